import { editOffer, entryAction } from "../../chat/entry-offers.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { guessesIn } from "../../domain/bible/entry-state.ts";
import type { Offer } from "../../domain/choice.ts";
import { mayActAs, type Role } from "../../domain/role.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

const NAME_CHARS = 60;

/** "draft", "confirmed", "locked by Ana". */
export function stateWords(entry: Entry): string {
  const by = entry.locked?.name ?? entry.locked?.by;
  return by === undefined ? entry.status : `${entry.status} by ${by}`;
}

/** What can be done with an entry on its card: a locked one is only opened, a draft can be confirmed. */
export function entryOffers(entry: Entry, role: Role): Offer[] {
  if (entry.status === "locked") return mayActAs(role, "producer") ? [stateOffer(entry, "unlock")] : [];
  const guesses = entry.status === "draft" || guessesIn(entry) > 0;
  return [editOffer(entry), ...(guesses ? [stateOffer(entry, "confirm")] : [])];
}

const stateOffer = (entry: Entry, action: "confirm" | "unlock"): Offer => ({
  label: `${action === "confirm" ? "Confirm" : "Unlock"} ${ellipsis(entry.name, NAME_CHARS)}`,
  description:
    action === "confirm" ? "Makes what Backlot wrote yours" : "Lets talk and edits change it again",
  category: "manual",
  action: entryAction(entry.kind, { action, id: entry.id }),
});
