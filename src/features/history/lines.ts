import { type NameOf, type SaidSource, type Wrote, whatWasSaid } from "../../chat/people.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import { changeWords } from "../../domain/bible/change-words.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { speakersOf } from "../../domain/bible/speakers.ts";
import type { DocumentChange } from "../../domain/document-change.ts";
import { schemaOf } from "../../domain/project.ts";
import { planWords } from "../../domain/workflow/plan-words.ts";
import { ago } from "../../lib/ago.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import type { Logged } from "../../ports/document-store.ts";

const QUOTE_CHARS = 80;
const TEXT_CHARS = 100;

/** A line for each change: what it did, who did it and when, and the words that prove it. The names cost one read. */
export async function historyLines(
  messages: SaidSource,
  turn: Turn,
  logged: readonly Logged[],
  now: Date,
): Promise<string[]> {
  const wrote = logged.map(({ change }): Wrote => change);
  const { nameOf, wordsOf } = await whatWasSaid(messages, wrote, turn.person);
  const own = schemaOf(turn.project);
  return logged.map((line) => {
    const told = line.type === "document" ? documentWords(line.change) : entryWords(line.change, own);
    const who = line.type === "document" ? nameOf(line.change.by) : whoSaid(line.change, nameOf);
    const quote = line.type === "document" ? "" : quoteOf(line.change, wordsOf);
    return `${told}${standing(line.change)}. ${who}, ${ago(new Date(line.change.at), now)}${quote}`;
  });
}

/** What a change did, with the name of its entry: "Sarah: age 28 → 29". */
export const entryWords = (change: Change, own?: ProjectSchema): string =>
  `${change.name}: ${changeWords(change, own)}`;

function documentWords({ document, before, after, undoes }: DocumentChange): string {
  if (document === "plan") return `The workflow: ${wordList(planWords(before, after), 4)}`;
  if (after === undefined) return `The ${document}: taken out`;
  const old = before === undefined || undoes ? "" : `, before “${ellipsis(before, TEXT_CHARS)}”`;
  return `The ${document}: “${ellipsis(after, TEXT_CHARS)}”${old}`;
}

function standing({ undone, undoes, redoes }: Change | DocumentChange): string {
  const how = redoes !== undefined ? ", a redo" : undoes !== undefined ? ", an undo" : "";
  return undone ? `${how} (undone)` : how;
}

function whoSaid(change: Change, nameOf: NameOf): string {
  const others = speakersOf(change).filter((id) => id !== change.by && id !== "backlot");
  if (others.length === 0) return nameOf(change.by);
  return `${wordList(others.map(nameOf))}, accepted by ${nameOf(change.by)}`;
}

/** The sentence when it is short, else the words in it that count. A command is no quote of anybody. */
function quoteOf({ evidence }: Change, wordsOf: (messageId: string) => string | undefined): string {
  if (evidence === undefined) return "";
  const whole = wordsOf(evidence.message_id)?.trim();
  const quote = whole !== undefined && whole.length <= QUOTE_CHARS ? whole : evidence.quote.trim();
  return quote === "" || quote.startsWith("/") ? "" : `: “${ellipsis(quote, QUOTE_CHARS)}”`;
}
