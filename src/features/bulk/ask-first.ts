import { hold } from "../../chat/hold.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import type { Operation } from "../../domain/operation.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { type Estimate, estimateText, minutesOf } from "./estimate.ts";
import { type Wish, wishAction } from "./wish.ts";

const BRIEF_CHARS = 120;

/** "400 characters": what would be made, in words. */
export interface Planned {
  readonly items: string;
  readonly count: number;
}

/** What the work will take, and a button that begins it. Nothing is begun before. */
export function confirmation(turn: Turn, wish: Wish, { items, count }: Planned, cost: Estimate): Outcome {
  const changed =
    wish.confirmed === undefined || wish.confirmed === count
      ? ""
      : `It was ${wish.confirmed} when the button was made. `;
  const about = wish.brief === "" ? "" : ` (${ellipsis(wish.brief, BRIEF_CHARS)})`;
  const text = `${changed}**${items}**${about}: ${estimateText(cost)}. Nothing is started yet.`;
  const yes: Offer = {
    label: `Make ${items}`,
    description: "Starts in the background; you can stop it, and take it all back",
    category: "recommended",
    minutes: minutesOf(cost),
    action: wishAction({ ...wish, confirmed: count }),
  };
  return asked(turn, [{ type: "text", text }], yes);
}

/** One like it began a moment ago. Both may be meant, so it is asked. */
export function twice(turn: Turn, wish: Wish, like: Operation): Outcome {
  const { completed, total } = like.progress;
  const standing = `${completed} of ${total} ${like.type} made`;
  const text =
    like.ended_at === undefined
      ? `One like it is running already: ${standing} so far. I did not start a second.`
      : `One like it has ended just now: ${standing}. I did not start a second.`;
  const yes: Offer = {
    label: "Start another",
    description: `Makes ${total} more`,
    category: "alternative",
    action: wishAction({ ...wish, again: true }),
  };
  return asked(turn, [{ type: "text", text }], yes);
}

const notNow: Offer = {
  label: "Not now",
  description: "Starts nothing",
  category: "manual",
  action: {
    type: "prompt",
    text: "Nothing was started. The button above still works if you change your mind.",
  },
};

/** Where the project decides together, the button is put to all with the asker's vote. */
export function asked(turn: Turn, blocks: readonly DraftBlock[], yes: Offer): Outcome {
  const held = hold(turn, yes.action);
  if (!held) return { blocks: [...blocks, { type: "offers", offers: [yes, notNow] }] };
  const put = held.blocks.map((block) =>
    block.type === "offers" ? { ...block, offers: [yes, notNow] } : block,
  );
  return { ...held, blocks: [...blocks, ...put] };
}
