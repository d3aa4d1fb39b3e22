import { entryAction, slashOf } from "../../chat/entry-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { countOf } from "../../domain/bible/kinds.ts";
import type { Offer } from "../../domain/choice.ts";
import type { Branch } from "../../domain/project.ts";
import type { Refusal } from "../../domain/workflow/refusal.ts";
import { rollbackTo } from "../../domain/workflow/rollback.ts";
import { find } from "../../domain/workflow/transitions.ts";
import { waysForward } from "../../domain/workflow/ways.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import { nameOfStep } from "./aside-words.ts";
import { MAX_ASIDE } from "./rollback-parts.ts";

const MAX_OFFERS = 3;
const MAX_NAMES = 5;
const NAME_CHARS = 40;

/** Asks for a look at what going back to a step would put aside. */
export const backOffer = (step: string, name: string, reason = ""): Offer => ({
  label: `Go back to ${ellipsis(name, NAME_CHARS)}`,
  description: "Shows what would be put aside; nothing is done yet",
  category: "alternative",
  action: {
    type: "command",
    command: "workflow",
    options: { action: "rollback", step, ...(reason === "" ? {} : { reason }) },
  },
});

/** Steps that one can go back to now, within what one turn may write; those that put the most aside come first. */
export function stepsBack(turn: Turn, among: readonly string[]): Offer[] {
  const move = { by: turn.person.id, at: turn.event.at, turn_id: turn.id, branch_id: turn.id };
  return among.flatMap((step) => {
    const rollback = rollbackTo(turn, { ...move, step });
    if (!rollback.ok) return [];
    const total = rollback.kinds.reduce((sum, kind) => sum + countOf(turn.counts, kind), 0);
    return total > MAX_ASIDE ? [] : [backOffer(step, find(turn, step)?.step.name ?? step)];
  });
}

export function tooMany(turn: Turn, { to, steps }: Branch, how: string): Refusal {
  const offers = stepsBack(turn, steps).slice(0, MAX_OFFERS);
  const what =
    offers.length > 0
      ? "Go back to a later step first, which puts fewer aside."
      : "Take out what is not needed any more first.";
  return {
    ok: false,
    reason: `Going back to ${nameOfStep(to, turn.workflow)} would change ${how}, and one message may change ${MAX_ASIDE}. ${what}`,
    missing: [],
    offers: offers.length > 0 ? offers : waysForward(turn),
  };
}

/** Whoever a locked entry is, or would lose a link, stays: a producer opens it first. */
export function lockedRefusal(turn: Turn, { to, reason }: Branch, locked: readonly Entry[]): Refusal {
  const names = wordList(
    locked.map(({ name }) => name),
    MAX_NAMES,
  );
  const [first] = locked;
  const name = nameOfStep(to, turn.workflow);
  const way = first ? `${slashOf(first.kind)} unlock "${first.name}"` : "";
  const [is, them] = locked.length === 1 ? ["is", "it"] : ["are", "them"];
  const unlocks = locked.slice(0, MAX_OFFERS).map(
    (entry): Offer => ({
      label: `Unlock ${ellipsis(entry.name, NAME_CHARS)}`,
      description: "Lets it change again",
      category: "alternative",
      action: entryAction(entry.kind, { action: "unlock", id: entry.id }),
    }),
  );
  return {
    ok: false,
    reason: `I cannot go back to ${name} yet: ${names} ${is} locked, and going back would change ${them}. Open ${them} first, for example with ${way}.`,
    missing: locked.map((entry) => entry.name),
    offers: [...unlocks, backOffer(to, name, reason)],
  };
}
