import { nameKey } from "../../lib/name-keys.ts";
import { current, type Desk, onDesk, setFact, setLinks } from "./desk.ts";
import type { Entry } from "./entry.ts";
import type { Hearing, Unresolved } from "./hearing.ts";
import { exchangeName, linkTarget } from "./links.ts";

/**
 * Looks once more at the names no entry had when they were read: someone later in the message may have them. An entry
 * that is new also gets its links in the entries at hand that have named it all along.
 */
export function linkLate(hearing: Hearing): void {
  const { desk } = hearing;
  const left: Unresolved[] = [];
  for (const waiting of hearing.unresolved) {
    const found = desk.names.find(waiting.name, waiting.target);
    if (current(desk, waiting.entry).status === "removed") continue;
    if (found.type === "one") adopt(desk, waiting, found.entry);
    else if (waiting.target === "character") left.push(waiting);
  }
  for (const waiting of namedAllAlong(desk)) {
    const found = desk.names.find(waiting.name, waiting.target);
    if (found.type === "one" && !desk.stored.has(found.entry.id)) adopt(desk, waiting, found.entry);
  }
  for (const [id, waiting] of Map.groupBy(left, ({ entry }) => entry.id)) {
    const names = waiting.map(({ name }) => name);
    hearing.notes.push({ type: "unlinked", name: String(onDesk(desk, id)?.name), kind: "character", names });
  }
}

/** Plain names in the stored entries at hand, once something new was made that may bear one of them. */
function namedAllAlong(desk: Desk): Unresolved[] {
  const made = [...desk.working.keys()].some((id) => !desk.stored.has(id));
  if (!made) return [];
  return [...desk.stored.values()].flatMap((stored) => plainNames(desk, current(desk, stored)));
}

function plainNames(desk: Desk, entry: Entry): Unresolved[] {
  if (entry.status === "removed") return [];
  return Object.entries(entry.facts).flatMap(([field, { value }]) => {
    const target = linkTarget(entry.kind, field);
    if (target === undefined) return [];
    const names = Array.isArray(value) ? value : [String(value)];
    const ids = entry.links[field] ?? [];
    if (names.length <= ids.length) return [];
    const linked = new Set(ids.map((id) => nameKey(String(onDesk(desk, id)?.name))));
    return names.filter((name) => !linked.has(nameKey(name))).map((name) => ({ entry, field, name, target }));
  });
}

function adopt(desk: Desk, { entry, field, name }: Unresolved, found: Entry): void {
  const now = current(desk, entry);
  const fact = now.facts[field];
  const named = setFact(desk, now, field, exchangeName(fact?.value, name, found.name), fact?.evidence);
  setLinks(desk, named, field, [...(named.links[field] ?? []), found.id]);
}
