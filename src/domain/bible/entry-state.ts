import type { Change } from "./change.ts";
import { type Author, clearDesk, openDesk, setLock, setStatus, takeFact } from "./desk.ts";
import type { Entry } from "./entry.ts";

/** A draft becomes a person's own entry, and what Backlot made up about it counts as confirmed; who wrote what stays. */
export function confirmEntry(entry: Entry, author: Omit<Author, "fact_status">): readonly Change[] {
  const desk = openDesk({ ...author, fact_status: "confirmed" }, [entry]);
  let confirmed = entry;
  for (const [field, fact] of Object.entries(entry.facts))
    if (fact.status === "proposed")
      confirmed = takeFact(desk, confirmed, field, { ...fact, status: "confirmed" });
  if (confirmed.status === "draft") setStatus(desk, confirmed, "confirmed");
  return clearDesk(desk);
}

/** How many of an entry's facts are still Backlot's guesses; the name of a draft is one. */
export const guessesIn = (entry: Entry): number =>
  Object.values(entry.facts).filter((fact) => fact.status === "proposed").length;

/** Takes an entry out of the reach of talk and edits, in somebody's name. */
export function lockEntry(
  entry: Entry,
  author: Omit<Author, "fact_status">,
  name: string | undefined,
): readonly Change[] {
  const desk = openDesk({ ...author, fact_status: "confirmed" }, [entry]);
  setLock(desk, entry, { by: author.by, ...(name === undefined ? {} : { name }), at: author.at });
  return clearDesk(desk);
}

export function unlockEntry(entry: Entry, author: Omit<Author, "fact_status">): readonly Change[] {
  const desk = openDesk({ ...author, fact_status: "confirmed" }, [entry]);
  setLock(desk, entry, undefined);
  return clearDesk(desk);
}
