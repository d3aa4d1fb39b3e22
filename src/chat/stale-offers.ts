import type { Offer } from "../domain/choice.ts";
import { ellipsis } from "../lib/ellipsis.ts";

/** Labels name the thing, and must still fit a button. */
const NAME_CHARS = 50;

export const seeStale: Offer = {
  label: "See what may be out of date",
  description: "Lists it with the reasons; nothing is rewritten unasked",
  category: "alternative",
  action: staleAction("list"),
};

/** Asks for a new version, which is shown before anything is written. `id` as in the marks. */
export const updateOffer = (id: string, name: string): Offer => ({
  label: `Bring ${ellipsis(name, NAME_CHARS)} up to date`,
  description: "I show you a new version first",
  category: "alternative",
  action: staleAction("update", { name: id }),
});

export const fineOffer = (id: string, name: string): Offer => ({
  label: `${ellipsis(name, NAME_CHARS)} is fine as it is`,
  description: "Takes it off the list",
  category: "manual",
  action: staleAction("fine", { name: id }),
});

/** For a step without a paper somebody looks and says that it holds. */
export const holdsOffer = ({ id, name }: { readonly id: string; readonly name: string }): Offer => ({
  label: `${ellipsis(name, NAME_CHARS)} holds as it is`,
  description: "Marks it done anew, after a look at what changed",
  category: "alternative",
  action: { type: "command", command: "workflow", options: { action: "complete", step: id } },
});

export function staleAction(
  action: "list" | "update" | "fine" | "keep",
  options: Readonly<Record<string, unknown>> = {},
): Offer["action"] {
  return { type: "command", command: "stale", options: { action, ...options } };
}
