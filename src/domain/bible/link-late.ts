import { nameKey } from "../../lib/name-keys.ts";
import { type Desk, onDesk, setFact, setLinks } from "./desk.ts";
import type { Entry } from "./entry.ts";
import type { Hearing } from "./hearing.ts";
import { exchangeName, linkTarget } from "./links.ts";

/**
 * Looks once more at the names no entry had when they were read: someone later in the message may have them. An entry
 * that is new also gets its links in the entries at hand that have named it all along.
 */
export function linkLate(hearing: Hearing): void {
  const left = new Map<string, string[]>();
  for (const waiting of hearing.unresolved) {
    const { entry, target } = targetOf(hearing, waiting);
    if (!entry || !target || entry.status === "removed") continue;
    const found = hearing.desk.names.find(waiting.name, target);
    if (found.type === "one") adopt(hearing, entry, waiting, found.entry);
    else if (target === "character") left.set(entry.id, [...(left.get(entry.id) ?? []), waiting.name]);
  }
  for (const [id, names] of left) {
    const entry = onDesk(hearing.desk, id);
    if (entry) hearing.notes.push({ type: "unlinked", name: entry.name, kind: "character", names });
  }
  for (const waiting of namedAllAlong(hearing)) {
    const { entry, target } = targetOf(hearing, waiting);
    const found = hearing.desk.names.find(waiting.name, target);
    const isNew = found.type === "one" && !hearing.desk.stored.has(found.entry.id);
    if (entry && isNew) adopt(hearing, entry, waiting, found.entry);
  }
}

type Waiting = Hearing["unresolved"][number];

function targetOf(hearing: Hearing, waiting: Waiting) {
  const entry = onDesk(hearing.desk, waiting.entry_id);
  return { entry, target: entry && linkTarget(entry.kind, waiting.field) };
}

/** Plain names in the stored entries at hand, once something new was made that may bear one of them. */
function namedAllAlong(hearing: Hearing): Waiting[] {
  const { desk } = hearing;
  const made = [...desk.working.keys()].some((id) => !desk.stored.has(id));
  if (!made) return [];
  return [...desk.stored.keys()].flatMap((id) => {
    const entry = onDesk(desk, id);
    return entry && entry.status !== "removed" ? plainNames(desk, entry) : [];
  });
}

function plainNames(desk: Desk, entry: Entry): Waiting[] {
  return Object.entries(entry.facts).flatMap(([field, { value }]) => {
    const names = Array.isArray(value) ? value : [String(value)];
    const ids = entry.links[field] ?? [];
    if (linkTarget(entry.kind, field) === undefined || names.length <= ids.length) return [];
    const linked = new Set(ids.map((id) => nameKey(onDesk(desk, id)?.name ?? "")));
    return names
      .filter((name) => !linked.has(nameKey(name)))
      .map((name) => ({ entry_id: entry.id, field, name }));
  });
}

function adopt(hearing: Hearing, entry: Entry, { field, name }: Waiting, found: Entry): void {
  const fact = entry.facts[field];
  if (fact === undefined || typeof fact.value === "number" || typeof fact.value === "boolean") return;
  const value = exchangeName(fact.value, name, found.name);
  const named = setFact(hearing.desk, entry, field, value, fact.evidence);
  setLinks(hearing.desk, named, field, [...(named.links[field] ?? []), found.id]);
}
