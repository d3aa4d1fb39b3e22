import { editOffer } from "../../chat/entry-offers.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import { fineOffer, staleAction } from "../../chat/stale-offers.ts";
import { firstUpper } from "../../domain/bible/kind-words.ts";
import type { Offer } from "../../domain/choice.ts";
import { wordList } from "../../lib/word-list.ts";
import type { Revised } from "./revise.ts";

const NAMED = 5;
/** Scenes that can be edited from the reply. */
const MAX_EDITS = 3;

/** Says what has no new version, and why: nothing in it tells of the change, it is past the rules, or it says nothing yet. */
export function unchangedBlocks(revised: readonly Revised[]): DraftBlock[] {
  const left = revised.filter(({ before, now }) => before !== undefined && now === undefined);
  const empty = revised.filter(({ before }) => before === undefined);
  return [
    ...(empty.length > 0 ? [emptyBlock(empty)] : []),
    ...untoldBlocks(left.filter(({ stuck }) => !stuck)),
    ...stuckBlocks(left.filter(({ stuck }) => stuck)),
  ];
}

function emptyBlock(empty: readonly Revised[]): DraftBlock {
  const one = empty.length === 1;
  const [have, it] = one ? ["has", "it"] : ["have", "them"];
  const text = `${namesOf(empty)} ${have} no summary yet, so nothing in ${it} is out of date. I took ${it} off the list.`;
  return { type: "text", text };
}

function untoldBlocks(untold: readonly Revised[]): DraftBlock[] {
  if (untold.length === 0) return [];
  const one = untold.length === 1;
  const text = `${textsOf(untold)} ${one ? "does" : "do"} not mention it, so I left ${one ? "it as it is" : "them as they are"}.`;
  return [
    { type: "text", text },
    { type: "offers", offers: [fineFor(untold)] },
  ];
}

function stuckBlocks(stuck: readonly Revised[]): DraftBlock[] {
  if (stuck.length === 0) return [];
  const [tell, it] = stuck.length === 1 ? ["tells", "it"] : ["tell", "them"];
  const text = `${textsOf(stuck)} still ${tell} of it, but I found no words for ${it}. Write ${it} anew, or call ${it} fine.`;
  const edits = stuck.flatMap(({ behind }) => ("scene" in behind ? editOffer(behind.scene) : []));
  return [
    { type: "text", text },
    { type: "offers", offers: [...edits.slice(0, MAX_EDITS), fineFor(stuck)] },
  ];
}

/** "The summary of INT. DINER - NIGHT and the synopsis". */
function textsOf(some: readonly Revised[]): string {
  const scenes = some.filter(({ behind }) => "scene" in behind);
  const papers = some.flatMap(({ behind }) => ("document" in behind ? behind.name : []));
  const summaries = scenes.length === 1 ? "the summary of" : "the summaries of";
  return firstUpper(wordList([...(scenes.length > 0 ? [`${summaries} ${namesOf(scenes)}`] : []), ...papers]));
}

function fineFor(some: readonly Revised[]): Offer {
  const [first] = some;
  if (first && some.length === 1) return fineOffer(first.behind.id, firstUpper(first.behind.name));
  return {
    label: `These ${some.length} are fine as they are`,
    description: "Takes them off the list",
    category: "manual",
    action: staleAction("fine", { name: some.map(({ behind }) => behind.id).join(",") }),
  };
}

const namesOf = (some: readonly Revised[]): string =>
  wordList(
    some.map(({ behind }) => behind.name),
    NAMED,
  );
