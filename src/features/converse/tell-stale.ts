import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import { seeStale } from "../../chat/stale-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import { changesMarks, joinStale, NO_STALE } from "../../domain/bible/stale.ts";
import { staleAfter } from "../../domain/bible/stale-after.ts";
import { markedSteps, tellSteps } from "../../domain/workflow/stale-steps.ts";
import { wordList } from "../../lib/word-list.ts";
import { rewritten } from "./compose.ts";
import type { ConverseParts } from "./parts.ts";
import { MAX_COUNTED, type Things, thingsBehind, thingsLeftAhead } from "./stale-things.ts";

const NAMED = 3;

/**
 * Marks what a turn's changes put out of date, clears what they bring up to date, and says in one line what was made
 * before them. Only a change that contradicts what was there costs a read.
 */
export async function tellStale(
  parts: Pick<ConverseParts, "bible" | "stale" | "ids">,
  turn: Turn,
  outcome: Outcome,
  at: string,
): Promise<Outcome> {
  const { changes = [] } = outcome;
  const documents = outcome.documents ?? rewritten({ turn, outcome, at, ids: parts.ids });
  if (changes.length === 0 && documents.length === 0) return outcome;
  const marks = staleAfter({ changes, documents, project: turn.project, steps: markedSteps(turn), at });
  const after = outcome.put_aside ? { ...NO_STALE, rewritten: marks.rewritten } : marks;
  const stale = joinStale(outcome.stale ?? NO_STALE, after);
  if (!changesMarks(stale)) return outcome;
  const behind = await thingsBehind(parts, turn, outcome, after);
  const ahead = await thingsLeftAhead(parts, turn, outcome, after);
  const lines = [
    tellSteps(turn, after.marks),
    sentence(behind, "written before this"),
    sentence(ahead, "brought up to date with what is undone now"),
  ];
  return { ...outcome, documents, stale, blocks: tell(outcome.blocks, lines.filter(Boolean).join(" ")) };
}

/** "5 scenes and the synopsis were written before this: INT. DINER - NIGHT, EXT. PARK - DAY and 3 more." */
function sentence({ scenes, documents }: Things, done: string): string {
  const count = scenes.length + documents.length;
  if (count === 0) return "";
  const counted = scenes.length > MAX_COUNTED ? `More than ${MAX_COUNTED} scenes` : `${scenes.length} scenes`;
  const things = wordList([
    ...(scenes.length > 1 ? [counted] : scenes),
    ...documents.map((kind) => `the ${kind}`),
  ]);
  const names = scenes.length > 1 ? `: ${wordList(scenes, NAMED)}` : "";
  const [were, whose] = count === 1 ? ["was", "its"] : ["were", "their"];
  return `${things.charAt(0).toUpperCase()}${things.slice(1)} ${were} ${done}${names}. I left ${whose} words as they are.`;
}

/** The line goes before the choices, and its own choice among them. */
function tell(blocks: readonly DraftBlock[], text: string): readonly DraftBlock[] {
  if (text === "") return blocks;
  const last = blocks.findLastIndex((block) => block.type === "offers");
  const line: DraftBlock = { type: "text", text };
  const offers = blocks[last];
  if (offers?.type !== "offers") return [...blocks, line, { type: "offers", offers: [seeStale] }];
  return blocks.toSpliced(last, 1, line, { ...offers, offers: [...offers.offers, seeStale] });
}
