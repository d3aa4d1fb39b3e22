import type { Turn } from "../../chat/turn.ts";
import { authorOfTurn } from "../../chat/turn-author.ts";
import { carriedWith } from "../../domain/bible/carried.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { loadForUndo } from "../../domain/bible/load-undo.ts";
import { barredFromUndo } from "../../domain/bible/may-undo.ts";
import { undoAll } from "../../domain/bible/undo.ts";
import type { Offer } from "../../domain/choice.ts";
import { undoDocuments } from "../../domain/document-change.ts";
import { schemaOf, settingsOf } from "../../domain/project.ts";
import { mayActAs } from "../../domain/role.ts";
import { planWords } from "../../domain/workflow/plan-words.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import type { Logged } from "../../ports/document-store.ts";
import { entryWords } from "./lines.ts";
import type { HistoryParts } from "./parts.ts";

const OFFERS = 3;
/** How many of the newest are looked at for those that can still be undone. */
const CANDIDATES = 8;
const LABEL_CHARS = 80;
/** What changed in more than this is named by what comes first; the line above says all of it. */
const LONG = 48;

/** Undo for the newest few of a page that can still be undone as the story stands: one look at the entries around them. */
export async function undoOffers(
  parts: HistoryParts,
  turn: Turn,
  page: readonly Logged[],
): Promise<readonly Offer[]> {
  if (!mayActAs(turn.person.role, "writer")) return [];
  const candidates = page
    .filter(({ change }) => !change.undone && change.undoes === undefined)
    .slice(0, CANDIDATES);
  const changes = candidates.flatMap((line) => (line.type === "change" ? [line.change] : []));
  const beside = page.flatMap((line) => (line.type === "change" ? [line.change] : [])).toReversed();
  const wholes = new Map(changes.map((change) => [change, wholeOf(change, beside)]));
  const entries =
    changes.length === 0 ? [] : await loadForUndo(parts.bible, turn.project.id, [...wholes.values()].flat());
  const { corrections } = settingsOf(turn.project);
  const possible = candidates.filter((line) => {
    const whole = line.type === "change" ? (wholes.get(line.change) ?? []) : [line.change];
    if (barredFromUndo(whole, turn.person, corrections)) return false;
    return line.type === "change"
      ? canUndo(parts, turn, wholes.get(line.change) ?? [], entries)
      : undoDocuments([line.change], turn.project, authorOfTurn(turn, parts)).ok;
  });
  return possible.slice(0, OFFERS).map((line) => offerOf(line, turn));
}

/** A change with what it took along, as far as the page shows it. */
const wholeOf = (change: Change, beside: readonly Change[]): readonly Change[] =>
  carriedWith(
    change,
    beside.filter((each) => each.turn_id !== undefined && each.turn_id === change.turn_id),
  );

const canUndo = (
  parts: HistoryParts,
  turn: Turn,
  changes: readonly Change[],
  entries: readonly Entry[],
): boolean => undoAll(changes.toReversed(), entries, authorOfTurn(turn, parts)).ok;

function offerOf(line: Logged, turn: Turn): Offer {
  const words =
    line.type === "change"
      ? entryWords(line.change, schemaOf(turn.project))
      : line.change.document === "plan"
        ? `the workflow: ${wordList(planWords(line.change.before, line.change.after), 2)}`
        : `the ${line.change.document}: ${line.change.after ?? "taken out"}`;
  return {
    label: ellipsis(`Undo ${words.length > LONG ? (words.split(", ")[0] ?? words) : words}`, LABEL_CHARS),
    description: "Takes this change back, with what it took along",
    category: "manual",
    action: { type: "command", command: "undo", options: { change: line.change.id } },
  };
}
