import { nameKey } from "../../lib/name-keys.ts";
import type { FieldDrop } from "../reading/reading.ts";
import { onDesk, setFact, setLinks } from "./desk.ts";
import type { Entry } from "./entry.ts";
import type { Evidence, FactValue } from "./fact.ts";
import { saysTheSame } from "./field-check.ts";
import type { Hearing } from "./hearing.ts";
import { linkTarget } from "./links.ts";

/** Takes back what no longer holds: the whole field, or the value named. A value the field does not hold changes nothing. */
export function dropField(hearing: Hearing, entry: Entry, drop: FieldDrop, evidence?: Evidence): void {
  const { desk } = hearing;
  const old = entry.facts[drop.field]?.value;
  if (drop.field === "name") return;
  const left = drop.value === undefined || old === undefined ? undefined : without(old, drop.value);
  if (old === undefined || (left !== undefined && saysTheSame(left, old))) {
    hearing.notes.push({ type: "absent", name: entry.name, field: drop.field, value: drop.value });
    return;
  }
  const emptied = setFact(desk, entry, drop.field, left, evidence);
  if (linkTarget(entry.kind, drop.field) === undefined) return;
  const names = new Set((Array.isArray(left) ? left : [String(left ?? "")]).map(nameKey));
  // Whoever is not at hand was not named, and stays linked.
  const stays = (id: string) => {
    const linked = onDesk(desk, id);
    return linked === undefined || names.has(nameKey(linked.name));
  };
  const kept = left === undefined ? [] : (entry.links[drop.field] ?? []).filter(stays);
  setLinks(desk, emptied, drop.field, kept);
}

/** What is left of a value; undefined when nothing is. */
function without(old: FactValue, gone: FactValue): FactValue | undefined {
  if (!Array.isArray(old)) {
    const named = Array.isArray(gone) ? gone : [gone];
    return named.some((each) => saysTheSame(old, each)) ? undefined : old;
  }
  const keys = new Set((Array.isArray(gone) ? gone : [String(gone)]).map(nameKey));
  const left = old.filter((item) => !keys.has(nameKey(item)));
  return left.length === 0 ? undefined : left;
}
