import type { Outcome } from "../../chat/outcome.ts";
import { fineOffer, holdsOffer, staleAction, updateOffer } from "../../chat/stale-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import { firstUpper } from "../../domain/bible/kind-words.ts";
import type { Offer } from "../../domain/choice.ts";
import { type Behind, behindOf, markedIn, stepsBehind } from "./behind.ts";
import type { StaleParts } from "./parts.ts";

/** Two choices each, and those for all, stay within what a platform shows at once. */
const PAGE = 5;
const REASONS = 3;

export const NOTHING_STALE: Outcome = {
  blocks: [{ type: "text", text: "Nothing is out of date." }],
};

/** What may be out of date, why, and what can be done about each. `page` counts from 0. */
export async function listStale(parts: StaleParts, turn: Turn, page: number): Promise<Outcome> {
  const [marked, steps] = await Promise.all([markedIn(parts, turn), stepsBehind(parts, turn)]);
  const ids = [...marked.keys()];
  const start = page * PAGE < ids.length ? page * PAGE : 0;
  const shown = await behindOf(parts, turn, marked, ids.slice(start, start + PAGE));
  if (shown.length + steps.length === 0) return NOTHING_STALE;
  const left = ids.length - start - PAGE;
  const count = ids.length + steps.length;
  const title = count === 1 ? "1 thing may be out of date" : `${count} things may be out of date`;
  const stepLines = start === 0 ? steps.map(({ step, marks }) => line({ name: step.name, marks })) : [];
  return {
    blocks: [
      {
        type: "list",
        title,
        items: [...stepLines, ...shown.map(line), ...(left > 0 ? [`… and ${left} more`] : [])],
      },
      {
        type: "offers",
        prompt: "I rewrite nothing unasked.",
        offers: [
          ...(ids.length > 1 ? forAll(ids.length) : []),
          ...shown.flatMap(({ id, name }) => [updateOffer(id, name), fineOffer(id, firstUpper(name))]),
          ...(start === 0 ? steps.slice(0, PAGE).map(({ step }) => holdsOffer(step)) : []),
          ...(left > 0 ? [more(page + 1)] : []),
        ],
      },
    ],
  };
}

function line({ name, marks }: Pick<Behind, "name" | "marks">): string {
  const reasons = [...new Set(marks.map((mark) => mark.reason))];
  const rest = reasons.length - REASONS;
  const told = reasons.slice(0, REASONS).join("; ");
  return `**${firstUpper(name)}**: ${told}${rest > 0 ? `; and ${rest} more` : ""}`;
}

const forAll = (count: number): Offer[] => [
  {
    label: `Bring ${allOf(count)} up to date`,
    description: "I show you new versions first, ten at a time",
    category: "recommended",
    action: staleAction("update", { name: "all" }),
  },
  {
    label: `${firstUpper(allOf(count))} are fine as they are`,
    description: "Empties the list",
    category: "manual",
    action: staleAction("fine", { name: "all" }),
  },
];

const allOf = (count: number): string => (count === 2 ? "both" : `all ${count}`);

const more = (page: number): Offer => ({
  label: "Show more",
  description: "The next ones on the list",
  category: "alternative",
  action: staleAction("list", { page }),
});
