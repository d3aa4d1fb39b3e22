import { editDistance } from "../../lib/closest.ts";
import { nameKey, nameKeys } from "../../lib/name-keys.ts";
import { type Desk, freeName, livingOn, setFact, setName } from "./desk.ts";
import type { Entry } from "./entry.ts";
import type { Evidence } from "./fact.ts";
import { checkField, fieldNames, joinLists } from "./field-check.ts";
import { type Hearing, mayChange } from "./hearing.ts";
import { exchangeName, linksTo } from "./links.ts";
import { nameOfTie } from "./relations.ts";

/** A name this close to the old one mends its spelling, and the old one is not kept as an alias. */
const SPELLING_EDITS = 2;

/**
 * Gives an entry another name, and shows it wherever the old one stood: in casts, in relationships and their names, in
 * places and the headings made of them. The old name stays as an alias where the kind has them, unless it was a slip
 * of spelling or the new one contains it.
 */
export function renameEntry(hearing: Hearing, entry: Entry, wanted: string, evidence?: Evidence): void {
  const problem = refusal(hearing, entry, wanted);
  if (problem) hearing.notes.push(problem);
  if (problem || !mayChange(hearing, entry)) return;
  const name = wanted.trim();
  if (name === entry.name) {
    hearing.notes.push({ type: "same", name, kind: entry.kind, entry_id: entry.id });
    return;
  }
  const { desk } = hearing;
  const renamed = setName(desk, entry, name, evidence);
  if (keepsAlias(entry, name)) {
    const aliases = entry.facts.aliases?.value;
    setFact(
      desk,
      renamed,
      "aliases",
      joinLists(Array.isArray(aliases) ? aliases : [], [entry.name]),
      evidence,
    );
  }
  for (const dependant of livingOn(desk)) showNewName(desk, dependant, entry, name, evidence);
}

function refusal(hearing: Hearing, entry: Entry, wanted: string): Hearing["notes"][number] | undefined {
  if (entry.kind === "relationship") {
    const hint = "Rename one of the two, or delete the relationship and say the new one.";
    return {
      type: "invalid",
      name: entry.name,
      reason: "A relationship is named after its two characters",
      hint,
    };
  }
  const check = checkField(entry.kind, "name", wanted);
  if (!check.ok) return { type: "invalid", name: entry.name, reason: check.reason, hint: check.hint };
  const holder = hearing.desk.names.named(wanted, entry.kind);
  if (!holder || holder.id === entry.id) return undefined;
  return { type: "taken", name: holder.name, kind: holder.kind, entry_id: holder.id };
}

/** Whether an entry's name stays known as an alias once the entry is called otherwise. */
export function keepsAlias(entry: Entry, name: string): boolean {
  if (!fieldNames(entry.kind).includes("aliases")) return false;
  const old = nameKey(entry.name);
  const slip = old[0] === nameKey(name)[0] && editDistance(old, nameKey(name)) <= SPELLING_EDITS;
  return !slip && !nameKeys(name).includes(old);
}

function showNewName(
  desk: Desk,
  dependant: Entry,
  renamed: Entry,
  name: string,
  evidence: Evidence | undefined,
): void {
  const fields = linksTo(dependant, renamed.id).map(([field]) => field);
  let entry = dependant;
  for (const field of fields) {
    const value = exchangeName(entry.facts[field]?.value, renamed.name, name);
    entry = setFact(desk, entry, field, value, evidence);
  }
  if (fields.length === 0) return;
  if (entry.kind === "relationship") {
    setName(desk, entry, freeName(desk, entry.kind, nameOfTie(entry), entry.id), evidence);
  } else if (fields.includes("location")) showInHeading(desk, entry, renamed.name, name, evidence);
}

/** A heading whose set is the place's old name carries the new one, in capitals. */
export function showInHeading(
  desk: Desk,
  scene: Entry,
  oldName: string,
  name: string,
  evidence: Evidence | undefined,
): void {
  const set = scene.facts.set?.value;
  if (typeof set !== "string" || nameKey(set) !== nameKey(oldName)) return;
  const exchange = (text: string) => text.replace(set, () => name.toUpperCase());
  let entry = setFact(desk, scene, "set", name.toUpperCase(), evidence);
  const heading = entry.facts.heading?.value;
  if (typeof heading === "string") entry = setFact(desk, entry, "heading", exchange(heading), evidence);
  setName(desk, entry, freeName(desk, "scene", exchange(entry.name), entry.id), evidence);
}
