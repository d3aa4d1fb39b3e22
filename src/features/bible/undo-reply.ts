import { undoOffer } from "../../chat/entry-offers.ts";
import { headlineOf } from "../../chat/receipt.ts";
import { receiptBlocks } from "../../chat/receipt-blocks.ts";
import { redoOffer } from "../../chat/redo-offer.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import { possessive } from "../../domain/bible/describe.ts";
import { speakersOf } from "../../domain/bible/speakers.ts";
import type { DocumentChange } from "../../domain/document-change.ts";
import { schemaOf } from "../../domain/project.ts";
import { planWords } from "../../domain/workflow/plan-words.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import type { Written } from "../../ports/bible-store.ts";
import { stateWords } from "./entry-state-words.ts";
import { unitsIn } from "./undo-parts.ts";

const TEXT_CHARS = 200;

export interface UndoneWords {
  readonly turn: Turn;
  /** What was reversed. */
  readonly written: Written;
  /** How many things were asked for, when a number was. */
  readonly asked: number | undefined;
  readonly changes: readonly Change[];
  readonly documents: readonly DocumentChange[];
  /** The names of others whose words these were. */
  readonly whose: readonly string[];
}

/** Says what was taken or brought back and whose it was, with the way back. */
export function undoneReply(words: UndoneWords): DraftBlock[] {
  const { turn, changes, documents } = words;
  const redone = [...changes, ...documents].every((change) => change.redoes !== undefined);
  const sentences = [
    redone ? "Redone." : "Undone.",
    headlineOf(onePerEntry(changes)),
    ...onePerEntry(changes).flatMap(stateSentence),
    ...documents.map(documentSentence),
    redone ? "" : ownership(words),
    shortfall(words, redone),
  ];
  return [
    { type: "text", text: sentences.filter((sentence) => sentence !== "").join(" ") },
    ...receiptBlocks(changes, schemaOf(turn.project)),
    { type: "offers", offers: [redone ? undoOffer(turn.id) : redoOffer(turn.id)] },
  ];
}

/** An entry that was taken back step by step is told of once: from where it was to where it is. */
const onePerEntry = (changes: readonly Change[]): Change[] =>
  [...Map.groupBy(changes, (change) => change.entry_id).values()].flatMap((steps) => {
    const [first, last] = [steps.at(0), steps.at(-1)];
    if (!first || !last) return [];
    const [was, is] = [first.before?.status === "removed", last.after?.status === "removed"];
    const action = was === is ? "updated" : is ? "removed" : "restored";
    return [steps.length === 1 ? first : { ...last, before: first.before, action }];
  });

/** A lock or a confirmation writes no field, so no receipt tells of it. */
function stateSentence({ action, name, before, after, fields }: Change): string[] {
  const same = before?.status === after?.status || Object.keys(fields).length > 0;
  return action !== "updated" || same || !after
    ? []
    : [`**${name}** is ${after.status === "draft" ? "a draft" : stateWords(after)} again.`];
}

function documentSentence({ document, before, after }: DocumentChange): string {
  if (document === "plan") return `The workflow: ${wordList(planWords(before, after), 6)}.`;
  return after === undefined
    ? `The ${document} is gone.`
    : `The ${document} reads “${ellipsis(after, TEXT_CHARS)}” again.`;
}

function ownership({ turn, written, whose }: UndoneWords): string {
  if (whose.length === 0) return "";
  const mine = written.changes.some((change) => speakersOf(change).includes(turn.person.id));
  const all = !mine && written.documents.every(({ by }) => by !== turn.person.id);
  return `${all ? "That was" : "Part of it was"} ${wordList(whose.map(possessive), 4)}.`;
}

function shortfall({ asked, written }: UndoneWords, redone: boolean): string {
  const units = unitsIn(written);
  if (asked === undefined || units >= asked) return "";
  const what = units === 1 ? "one thing" : `${units} things`;
  return `There ${units === 1 ? "was" : "were"} only ${what} to ${redone ? "redo" : "undo"}.`;
}
