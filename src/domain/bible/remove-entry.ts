import { current, type Desk, livingOn, setFact, setLinks, setStatus } from "./desk.ts";
import type { Entry } from "./entry.ts";
import type { Evidence } from "./fact.ts";
import { type Hearing, mayChange } from "./hearing.ts";
import { exchangeName, linkedIds, linksTo } from "./links.ts";

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
    if (dependant.kind === "relationship") setStatus(desk, dependant, "removed", evidence);
    else
      for (const [field, ids] of linksTo(dependant, entry.id))
        unlink(desk, dependant, field, ids, entry, evidence);
  }
}

/** Takes the name and the link of what is gone out of one field. `ids`: all that the field points at now. */
export function unlink(
  desk: Desk,
  dependant: Entry,
  field: string,
  ids: readonly string[],
  gone: Entry,
  evidence: Evidence | undefined,
): void {
  const entry = current(desk, dependant);
  const value = exchangeName(entry.facts[field]?.value, gone.name, undefined);
  const cleared = setFact(desk, entry, field, value, evidence);
  const left = ids.filter((id) => id !== gone.id);
  setLinks(desk, cleared, field, left);
}
