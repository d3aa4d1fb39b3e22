import { type Desk, livingOn, setFact, setLinks, setStatus } from "./desk.ts";
import type { Entry } from "./entry.ts";
import type { Evidence } from "./fact.ts";
import { type Hearing, mayChange } from "./hearing.ts";
import { exchangeName, linkedIds } from "./links.ts";

/**
 * Takes an entry out of the bible: it keeps its facts for undo, the others lose their links and the name in those
 * fields, and relationships with a missing end go with it. Whoever a locked entry needs stays.
 */
export function removeEntry(hearing: Hearing, entry: Entry, evidence?: Evidence): void {
  const { desk } = hearing;
  const dependants = livingOn(desk).filter((other) => linkedIds(other).includes(entry.id));
  if (![entry, ...dependants].every((each) => mayChange(hearing, each))) return;
  setStatus(desk, entry, "removed", evidence);
  for (const dependant of dependants) {
    const fields = Object.keys(dependant.links).filter((field) => dependant.links[field]?.includes(entry.id));
    if (dependant.kind === "relationship") setStatus(desk, dependant, "removed", evidence);
    else for (const field of fields) unlink(desk, dependant.id, field, entry, evidence);
  }
}

function unlink(desk: Desk, id: string, field: string, gone: Entry, evidence: Evidence | undefined): void {
  const entry = desk.working.get(id) ?? desk.stored.get(id);
  const value = entry?.facts[field]?.value;
  if (!entry || value === undefined || typeof value === "number" || typeof value === "boolean") return;
  const cleared = setFact(desk, entry, field, exchangeName(value, gone.name, undefined), evidence);
  setLinks(
    desk,
    cleared,
    field,
    (entry.links[field] ?? []).filter((other) => other !== gone.id),
  );
}
