import type { Turn } from "../../chat/turn.ts";
import { carriedWith, reachesOthers } from "../../domain/bible/carried.ts";
import type { Change } from "../../domain/bible/change.ts";
import { createNameIndex, lookupKeys } from "../../domain/bible/name-index.ts";
import { speakersOf } from "../../domain/bible/speakers.ts";
import { UserError } from "../../domain/errors.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { wordList } from "../../lib/word-list.ts";
import { MAX_UNITS, type UndoParts } from "./undo-parts.ts";

const FOUND_LIMIT = 100;
/** How far back the history is looked through. */
const HISTORY_LIMIT = 200;
/** "the last change to Sarah", or the last `count`, or `all`; with `mine`, those of the one who asks, in this session. */
export interface About {
  readonly name?: string | undefined;
  readonly entry_id?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly all?: boolean | undefined;
  readonly count?: number | undefined;
}

/** The changes that can be undone of one entry, or of one person, oldest first, each with what it took with it. */
export async function changesAbout(parts: UndoParts, turn: Turn, about: About): Promise<readonly Change[]> {
  const entry = await entryMeant(parts, turn, about);
  const here = about.mine === true || entry === undefined;
  const filter = {
    project_id: turn.project.id,
    ...(entry === undefined ? {} : { entry_id: entry.id }),
    ...(here ? { session_id: turn.session.id } : {}),
  };
  const written = await parts.bible.history(filter, HISTORY_LIMIT);
  const open = written.filter(
    (change) => !change.undone && change.undoes === undefined && (!about.mine || isOf(turn, change)),
  );
  if (open.length === 0) throw nothingAbout(entry?.name, about);
  const count = about.count ?? 1;
  const whole =
    entry === undefined
      ? await lastTurns(parts, open, count)
      : await withCarried(parts, about.all ? open : open.slice(0, count));
  return whole.filter((change) => !change.undone && change.undoes === undefined).sort(byVersion);
}

/** What was taken out of the bible under this name and is still out of it: the newest change that did so. */
export async function removalOf(parts: UndoParts, turn: Turn, name: string): Promise<Change | undefined> {
  const changes = await parts.bible.history({ project_id: turn.project.id }, HISTORY_LIMIT);
  const key = nameKey(name);
  const taken = changes.find(
    (change) => !change.undone && change.after?.status === "removed" && nameKey(change.name) === key,
  );
  const [entry] = taken ? await parts.bible.get([taken.entry_id]) : [];
  return entry?.status === "removed" ? taken : undefined;
}

async function entryMeant(parts: UndoParts, turn: Turn, { name, entry_id }: About) {
  if (name === undefined && entry_id === undefined) return undefined;
  const byId = entry_id === undefined ? [] : await parts.bible.get([entry_id]);
  const [meant] = byId.filter((entry) => entry.project_id === turn.project.id);
  if (meant || name === undefined) return meant;
  const found = createNameIndex(
    await parts.bible.byKeys(turn.project.id, lookupKeys(name), FOUND_LIMIT),
  ).find(name);
  if (found.type === "one") return found.entry;
  if (found.type === "several") {
    const names = found.entries.map((entry) => entry.name);
    throw new UserError(
      "conflict",
      `${name} may be ${wordList(names, 8, "or")}.`,
      "Say it with the whole name.",
    );
  }
  const removal = await removalOf(parts, turn, name);
  if (removal) return { id: removal.entry_id, name: removal.name };
  throw new UserError(
    "not_found",
    `Nothing in this bible is called ${name}.`,
    "Type /history to see the latest changes.",
  );
}

/** Said or written by the one who asks. */
const isOf = ({ person }: Turn, change: Change): boolean =>
  change.by === person.id || speakersOf(change).includes(person.id);

/** All that the newest of these were written with. */
async function lastTurns(parts: UndoParts, open: readonly Change[], count: number): Promise<Change[]> {
  const turns = [...new Set(open.flatMap((change) => change.turn_id ?? []))].slice(0, count);
  return (await changesOf(parts, turns)).flat();
}

function changesOf(parts: UndoParts, turns: readonly string[]): Promise<(readonly Change[])[]> {
  if (turns.length <= MAX_UNITS) return Promise.all(turns.map((id) => parts.bible.changesOfTurn(id)));
  throw new UserError(
    "too_large",
    `I take back at most ${MAX_UNITS} things at once, and that is more.`,
    "Undo it in steps, for example “undo the last two things”.",
  );
}

async function withCarried(parts: UndoParts, meant: readonly Change[]): Promise<Change[]> {
  const reaching = meant.filter(reachesOthers);
  const turns = [...new Set(reaching.flatMap((change) => change.turn_id ?? []))];
  const beside = (await changesOf(parts, turns)).flat();
  const carried = reaching.flatMap((change) =>
    carriedWith(
      change,
      beside.filter((each) => each.turn_id === change.turn_id),
    ),
  );
  const all = new Map([...meant, ...carried].map((change) => [change.id, change]));
  return [...all.values()];
}

/** Of one entry's changes, the later one has the higher version; that is all the order they need. */
const byVersion = (a: Change, b: Change): number => (a.after?.version ?? 0) - (b.after?.version ?? 0);

function nothingAbout(name: string | undefined, { mine }: About): UserError {
  const what = name === undefined ? "" : ` to ${name}`;
  return mine
    ? new UserError(
        "not_found",
        `I have nothing of yours${name === undefined ? "" : ` about ${name}`} in this session that can be undone.`,
        "Type /history to see who changed what.",
      )
    : new UserError(
        "not_found",
        `There is no change${what} left to undo.`,
        "Type /history to see what was changed.",
      );
}
