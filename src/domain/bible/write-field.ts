import { calmCapitals } from "../../lib/calm-capitals.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { clashingAge } from "./age-clash.ts";
import { createOn, setFact, setLinks } from "./desk.ts";
import type { Entry } from "./entry.ts";
import type { Evidence, FactValue } from "./fact.ts";
import { checkField, joinLists, saysTheSame } from "./field-check.ts";
import { ambiguity, type Hearing } from "./hearing.ts";
import type { EntryKind } from "./kinds.ts";
import { linkTarget } from "./links.ts";
import { lookupKeys } from "./name-index.ts";
import { toldFurther } from "./told-further.ts";

/** Writes what was said of one field, or notes why not. Names of other entries become links. */
export function writeField(
  hearing: Hearing,
  entry: Entry,
  field: string,
  raw: unknown,
  evidence?: Evidence,
): Entry {
  const check = checkField(entry.kind, field, raw, hearing.schema);
  if (!check.ok) {
    hearing.notes.push({ type: "invalid", name: entry.name, reason: check.reason, hint: check.hint });
    return entry;
  }
  const target = linkTarget(entry.kind, field);
  const linked =
    target === undefined ? undefined : resolveNames(hearing, entry, field, target, check.value, evidence);
  const said = joined(hearing, entry, field, linked?.value ?? check.value);
  const more = said === undefined ? undefined : further(hearing, entry, field, said);
  const value = more ?? said;
  if (more === undefined && value !== undefined && !mayWrite(hearing, entry, field, value)) return entry;
  const written = value === undefined ? entry : writeValue(hearing, entry, field, value, evidence);
  if (linked === undefined) return written;
  const joins = Array.isArray(check.value) && hearing.lists === "join";
  return setLinks(hearing.desk, written, field, [
    ...(joins ? (entry.links[field] ?? []) : []),
    ...linked.ids,
  ]);
}

/** Two ages that cannot both hold do not stay beside one another. */
function writeValue(
  hearing: Hearing,
  entry: Entry,
  field: string,
  value: FactValue,
  evidence: Evidence | undefined,
): Entry {
  const clash = clashingAge(entry, field, value);
  const cleared = clash ? setFact(hearing.desk, entry, clash.field, undefined) : entry;
  return setFact(hearing.desk, cleared, field, value, evidence);
}

/** The value to write: a list joins the one there is. Undefined when nothing new was said. */
function joined(hearing: Hearing, entry: Entry, field: string, value: FactValue): FactValue | undefined {
  const { value: old, later = [] } = entry.facts[field] ?? {};
  if (hearing.lists === "replace" || old === undefined) return value;
  if (saysTheSame(old, value)) return undefined;
  if (isInPassing(hearing) && later.some((each) => saysTheSame(each.value, value))) return undefined;
  if (!Array.isArray(old) || !Array.isArray(value)) return value;
  const list = joinLists(old, value);
  if (list.length === old.length) return undefined;
  const check = checkField(entry.kind, field, list, hearing.schema);
  if (check.ok) return check.value;
  const reason = `The list ${field} of ${entry.name} is full`;
  hearing.notes.push({
    type: "invalid",
    name: entry.name,
    reason,
    hint: "Open Edit and drop what is no longer needed.",
  });
  return undefined;
}

/** Said without meaning to change anything: what a field becomes in the story is then no contradiction. */
const isInPassing = ({ contradictions, statement }: Hearing): boolean =>
  contradictions === "ask" && statement?.type === "entry" && statement.corrects !== true;

/** What talk adds to a text that a person confirmed. Who corrects it means to say it anew. */
function further(hearing: Hearing, entry: Entry, field: string, said: FactValue): string | undefined {
  const { statement, contradictions, desk } = hearing;
  const isTalk = contradictions === "ask" && desk.author.fact_status === "confirmed";
  const old = entry.facts[field];
  if (!isTalk || statement?.type !== "entry" || statement.corrects || old?.status !== "confirmed")
    return undefined;
  return toldFurther(field, old.value, said);
}

/**
 * A guess never takes the place of what a person confirmed. What a person says later does when they mean to change it;
 * otherwise it is a contradiction, to be asked about.
 */
function mayWrite(hearing: Hearing, entry: Entry, field: string, value: FactValue): boolean {
  const clash = clashingAge(entry, field, value);
  const old = clash?.fact ?? entry.facts[field];
  if (old?.status !== "confirmed" || Array.isArray(old.value)) return true;
  if (clash === undefined && saysTheSame(old.value, value)) return true;
  if (hearing.desk.author.fact_status === "proposed") {
    hearing.notes.push({ type: "kept", name: entry.name, entry_id: entry.id, field });
    return false;
  }
  const { statement } = hearing;
  if (hearing.contradictions === "write" || statement?.type !== "entry" || statement.corrects) return true;
  // A later word of the same message takes the place of an earlier one.
  const held = clash?.field ?? field;
  if (hearing.desk.stored.get(entry.id)?.facts[held] !== old) return true;
  const said = statement.fields.filter((each) => each.field === field);
  hearing.notes.push({
    type: "conflict",
    entry,
    field,
    ...(clash ? { kept_field: clash.field } : {}),
    kept: old.value,
    said: value,
    statement: { ...statement, explicit: false, fields: said },
  });
  return false;
}

interface Resolved {
  readonly value: FactValue;
  readonly ids: readonly string[];
}

/**
 * The entries a field's names mean, and the names as those entries write them. A scene's place is made when there is
 * none; people and things are not: who is only mentioned stays a plain name.
 */
function resolveNames(
  hearing: Hearing,
  entry: Entry,
  field: string,
  target: EntryKind,
  value: FactValue,
  evidence: Evidence | undefined,
): Resolved {
  const ids: string[] = [];
  const names = (Array.isArray(value) ? value : [String(value)]).map((name) => {
    const found = hearing.desk.names.find(name, target);
    const linked = makesPlace(entry.kind, field)
      ? placeOf(hearing, name, found, evidence)
      : found.type === "one"
        ? found.entry
        : undefined;
    if (linked) {
      ids.push(linked.id);
      return linked.name;
    }
    if (found.type === "several") {
      hearing.notes.push(ambiguity(hearing, name, found.entries));
    } else hearing.unresolved.push({ entry, field, name, target });
    return name;
  });
  return { value: Array.isArray(value) ? joinLists([], names) : names.join(""), ids };
}

const makesPlace = (kind: EntryKind, field: string) => kind === "scene" && field === "location";

type Found = ReturnType<Hearing["desk"]["names"]["find"]>;

/** A place that the message itself brings in is meant by its whole name: the bus is not the bus depot. */
function placeOf(
  hearing: Hearing,
  name: string,
  found: Found,
  evidence: Evidence | undefined,
): Entry | undefined {
  const isPart = found.type === "one" && hearing.places.has(nameKey(name)) && !answersTo(found.entry, name);
  if (found.type === "none" || isPart) return makePlace(hearing, name, evidence);
  return found.type === "one" ? found.entry : undefined;
}

function answersTo({ name, facts: { aliases } }: Entry, said: string): boolean {
  const others = Array.isArray(aliases?.value) ? aliases.value : [];
  return [name, ...others].some((each) => lookupKeys(each).includes(nameKey(said)));
}

function makePlace(hearing: Hearing, name: string, evidence: Evidence | undefined): Entry | undefined {
  const check = checkField("location", "name", calmCapitals(name));
  return check.ok ? createOn(hearing.desk, "location", String(check.value), evidence) : undefined;
}
