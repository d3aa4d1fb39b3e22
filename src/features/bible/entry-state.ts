import { slashOf, undoOffer } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { confirmEntry, guessesIn, lockEntry, unlockEntry } from "../../domain/bible/entry-state.ts";
import { focusAfter } from "../../domain/bible/focus.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { UserError } from "../../domain/errors.ts";
import { requireRole } from "../../domain/role.ts";
import { entryOffers } from "./entry-state-words.ts";
import { findEntry } from "./find-entry.ts";
import { authorOf, type BibleParts } from "./parts.ts";

export type StateAction = "confirm" | "lock" | "unlock";

/** Confirms a draft and what Backlot guessed, locks an entry, or opens it. One change, which can be undone. */
export async function setEntryState(
  parts: BibleParts,
  turn: Turn,
  kind: EntryKind,
  ref: string,
  action: StateAction,
): Promise<Outcome> {
  const role = turn.person.role;
  if (action === "confirm") requireRole(role, "writer", "change the bible");
  else requireRole(role, "producer", `${action} entries`);
  const entry = await findEntry(parts, turn, kind, ref);
  const author = authorOf(parts, turn);
  switch (action) {
    case "confirm": {
      if (entry.status === "locked") throw locked(entry);
      const guesses = guessesIn(entry);
      const changes = confirmEntry(entry, author);
      return told(turn, entry, changes, `**${entry.name}** is confirmed${guessWords(guesses)}.`, "confirmed");
    }
    case "lock": {
      if (entry.status === "locked") throw locked(entry);
      const changes = lockEntry(entry, author, turn.person.name);
      const head = `**${entry.name}** is locked: talk and edits leave it as it is until a producer says ${slashOf(kind)} unlock "${entry.name}".`;
      return told(turn, entry, changes, head, "locked");
    }
    case "unlock": {
      const changes = entry.status === "locked" ? unlockEntry(entry, author) : [];
      return told(turn, entry, changes, `**${entry.name}** is open again: talk and edits change it.`, "open");
    }
  }
}

function told(turn: Turn, entry: Entry, changes: readonly Change[], head: string, state: string): Outcome {
  if (changes.length === 0) return { blocks: [{ type: "text", text: `${entry.name} is ${state} already.` }] };
  const after = changes[0]?.after ?? entry;
  const offers = [...entryOffers(after, turn.person.role), undoOffer(turn.id)];
  return {
    changes,
    blocks: [
      { type: "text", text: head },
      { type: "offers", offers },
    ],
    memory: { focus: focusAfter(turn.session.memory.focus, changes, [entry]) },
  };
}

function guessWords(guesses: number): string {
  if (guesses === 0) return "";
  return `, with ${guesses === 1 ? "the one thing" : `the ${guesses} things`} I had made up`;
}

function locked(entry: Entry): UserError {
  const by = entry.locked?.name ?? entry.locked?.by;
  return new UserError(
    "blocked",
    `${entry.name} is locked${by === undefined ? "" : ` by ${by}`}.`,
    `A producer takes the lock off with ${slashOf(entry.kind)} unlock "${entry.name}".`,
  );
}
