import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { authorOfTurn } from "../../chat/turn-author.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { loadForUndo } from "../../domain/bible/load-undo.ts";
import { barredFromUndo } from "../../domain/bible/may-undo.ts";
import { undoAll } from "../../domain/bible/undo.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import { settingsOf } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { Logged } from "../../ports/document-store.ts";
import { entryById, entryNamed } from "./find-entry.ts";
import { findPerson, type Person } from "./find-person.ts";
import { historyLines } from "./lines.ts";
import type { HistoryParts } from "./parts.ts";
import { undoOffers } from "./undo-offers.ts";

/** How far back somebody's changes are looked for, and how many of their messages are taken back at once. */
const LOG_LIMIT = 100;
const MOST_TURNS = 20;
const MOST_LINES = 25;

/** What of somebody's is to be taken back: what they said last, the last `count` things, or `all`; of one entry or any. */
export interface UndoBy {
  readonly by: string;
  readonly name?: string | undefined;
  readonly entry_id?: string | undefined;
  readonly count?: number | undefined;
  readonly all?: boolean | undefined;
}

/**
 * Shows what somebody's words changed and offers to undo it: the words of others are never taken back unseen.
 * Undefined where the name is that of an entry and nobody who talks here has it. Throws UserError for a name nobody has.
 */
export async function offerUndo(
  parts: HistoryParts,
  turn: Turn,
  wanted: UndoBy,
): Promise<Outcome | undefined> {
  requireRole(turn.person.role, "writer", "change the bible");
  const either = wanted.name !== undefined && nameKey(wanted.name) === nameKey(wanted.by);
  const person = await findPerson(parts, turn, wanted.by).catch((error: unknown) => {
    if (either && error instanceof UserError && error.code === "not_found") return undefined;
    throw error;
  });
  if (person === undefined) return undefined;
  const entry = either ? undefined : await entryMeant(parts, turn, wanted);
  const found = lastTurns(await openOf(parts, turn, person, entry), wanted);
  if (found.length === 0) return nothingOf(person, entry);
  const page = found.slice(0, MOST_LINES);
  const offers = [
    ...(entry === undefined ? await undoWhole(parts, turn, found) : []),
    ...(await undoOffers(parts, turn, page)),
  ];
  const whose = person.id === turn.person.id ? "you" : person.name;
  const title = `What ${whose} changed${entry ? ` of ${entry.name}` : ""}`;
  const items = await historyLines(parts.messages, turn, page, parts.clock.now());
  const text = offers.length > 0 ? "Nothing is undone yet. Press what should be taken back." : NOT_NOW;
  return {
    blocks: [
      { type: "list", title, items },
      { type: "text", text },
      ...(offers.length > 0 ? [{ type: "offers" as const, offers }] : []),
    ],
  };
}

const NOT_NOW =
  "None of it can be taken back by itself: more was built on it since, or only a producer may. Say what should be so instead.";

async function entryMeant(
  parts: HistoryParts,
  turn: Turn,
  { name, entry_id }: UndoBy,
): Promise<Entry | undefined> {
  const known = await entryById(parts, turn, entry_id);
  if (known !== undefined || name === undefined) return known;
  const named = await entryNamed(parts, turn, [{ name }]);
  if (named) return named.entry;
  throw new UserError(
    "not_found",
    `Nothing in this bible is called ${name.slice(0, 60)}.`,
    "Type /history to see the latest changes.",
  );
}

/** What of somebody's is not undone, newest first. */
async function openOf(
  parts: HistoryParts,
  turn: Turn,
  { id }: Person,
  entry: Entry | undefined,
): Promise<readonly Logged[]> {
  const filter = { project_id: turn.project.id, by: id };
  const log = entry
    ? (await parts.bible.history({ ...filter, entry_id: entry.id }, LOG_LIMIT)).map(
        (change): Logged => ({ type: "change", change }),
      )
    : await parts.documents.log(filter, LOG_LIMIT);
  return log.filter(({ change }) => !change.undone && change.undoes === undefined);
}

const turnOf = ({ change }: Logged): string => change.turn_id ?? change.id;

/** Those of the newest message that changed something, or of so many. */
function lastTurns(open: readonly Logged[], { count = 1, all = false }: UndoBy): readonly Logged[] {
  const turns = [...new Set(open.map(turnOf))].slice(0, all ? MOST_TURNS : Math.min(count, MOST_TURNS));
  const meant = new Set(turns);
  return open.filter((line) => meant.has(turnOf(line)));
}

/** One press for all of it, where it is more than one change and can be undone as the story stands. */
async function undoWhole(parts: HistoryParts, turn: Turn, found: readonly Logged[]): Promise<Offer[]> {
  const turns = [...new Set(found.flatMap(({ change }) => change.turn_id ?? []))].toReversed();
  const told = found.flatMap((line) => (line.type === "change" ? [line.change] : []));
  const plain = told.length === found.length && told.every(({ turn_id }) => turn_id !== undefined);
  if (found.length < 2 || !plain || !(await canUndo(parts, turn, told))) return [];
  return [
    {
      label: `Undo all ${found.length}`,
      description: "Takes back every change of the list",
      category: "manual",
      action: { type: "command", command: "undo", options: { turn: turns.join(",") } },
    },
  ];
}

async function canUndo(parts: HistoryParts, turn: Turn, newestFirst: readonly Change[]): Promise<boolean> {
  const { corrections } = settingsOf(turn.project);
  if (barredFromUndo(newestFirst, turn.person, corrections)) return false;
  const entries = await loadForUndo(parts.bible, turn.project.id, newestFirst);
  return undoAll(newestFirst, entries, authorOfTurn(turn, parts)).ok;
}

const nothingOf = ({ name }: Person, entry: Entry | undefined): Outcome => ({
  blocks: [
    {
      type: "text",
      text: `There is nothing of ${name}’s${entry ? ` about ${entry.name}` : ""} left to undo. Type /history by ${name} to see all they changed.`,
    },
  ],
});
