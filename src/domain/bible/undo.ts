import { deepEqual } from "../../lib/deep-equal.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { wordList } from "../../lib/word-list.ts";
import type { Change } from "./change.ts";
import { type Author, clearDesk, openDesk, sameContent, setContent } from "./desk.ts";
import type { Entry } from "./entry.ts";
import { linkedIds } from "./links.ts";

export interface UndoRefusal {
  readonly ok: false;
  readonly reason: string;
  /** What to do instead, as a sentence of its own. */
  readonly hint: string;
  /** The entry that stands in the way, where one does. */
  readonly entry_id?: string;
}
export type Reversal = { readonly ok: true; readonly entry: Entry } | UndoRefusal;
export type Undone =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly undone: readonly string[] }
  | UndoRefusal;

/**
 * The entry as it stands now with one change taken back. Only what the change wrote returns to what it was; what was
 * said of other fields since stays. Refused when the same field was written again later, for an entry that was locked
 * since, and for one that was made and has grown since, whose later facts would go with it. An entry whose making is
 * undone becomes removed.
 */
export function reverseChange(change: Change, current: Entry | undefined): Reversal {
  const { before, after } = change;
  if (change.undone)
    return refuse(`The change to ${change.name} is undone already`, "Type /undo for the one before it.");
  if (!current || !after)
    return refuse(`${change.name} is not in this bible`, "Look it up with /character, /scene or /location.");
  if (current.status === "removed" && after.status !== "removed") {
    return refuse(`${current.name} has been removed since`, "Undo the removal first.");
  }
  if (current.status === "locked" && after.status !== "locked") {
    return refuse(`${current.name} has been locked since`, "Ask a producer to unlock it first.");
  }
  if (before === null) {
    if (sameContent(current, after)) return { ok: true, entry: { ...current, status: "removed" } };
    return refuse(
      `${current.name} has changed since`,
      `Undo the later changes first, or say “delete ${current.name}”.`,
    );
  }
  const facts = takeBack(before.facts, after.facts, current.facts);
  const links = takeBack(before.links, after.links, current.links);
  const self = takeBack(selfOf(before), selfOf(after), selfOf(current));
  const moved = [...new Set([...self.moved, ...facts.moved, ...links.moved])];
  if (moved.length > 0) {
    const what = wordList(moved.map((field) => field.replaceAll("_", " ")));
    return refuse(
      `The ${what} of ${current.name} changed again later`,
      "Undo the later change first, or say what it should be now.",
    );
  }
  const { locked: _locked, ...rest } = current;
  return { ok: true, entry: { ...rest, ...self.record, facts: facts.record, links: links.record } };
}

/**
 * Takes back several changes at once, all or none; `changes` newest first. Each gets a change of its own that reverses
 * it, in that order, so that the answer can be taken back in turn. `entries` are the entries as they stand now: those of
 * the changes, those linked to them, those they link to, and those that bear one of their names.
 */
export function undoAll(
  changes: readonly Change[],
  entries: readonly Entry[],
  author: Omit<Author, "fact_status">,
): Undone {
  const { open, reversing, refusals } = reverseAll(changes, entries, author);
  const [first] = refusals;
  if (first) return first;
  return {
    ok: true,
    changes: reversing,
    undone: open.flatMap((change) => (change.redoes ? [change.id, change.redoes] : change.id)),
  };
}

/** All that stands in the way of taking these changes back, for whoever tells it at once; what `undoAll` answers comes first. */
export const undoRefusals = (
  changes: readonly Change[],
  entries: readonly Entry[],
  author: Omit<Author, "fact_status">,
): readonly UndoRefusal[] => reverseAll(changes, entries, author).refusals;

function reverseAll(
  changes: readonly Change[],
  entries: readonly Entry[],
  author: Omit<Author, "fact_status">,
): {
  readonly open: readonly Change[];
  readonly reversing: readonly Change[];
  readonly refusals: readonly UndoRefusal[];
} {
  const open = changes.filter((change) => !change.undone);
  if (open.length === 0) {
    const done = refuse("That is undone already", "Type /undo for the last thing that is not.");
    return { open, reversing: [], refusals: [done] };
  }
  const now = new Map(entries.map((entry) => [entry.id, entry]));
  const reversing: Change[] = [];
  const refusals: UndoRefusal[] = [];
  for (const change of open) {
    const current = now.get(change.entry_id);
    const reversal = reverseChange(change, current);
    if (!reversal.ok || current === undefined) {
      refusals.push({ ...(reversal.ok ? gone(change) : reversal), entry_id: change.entry_id });
      continue;
    }
    const desk = openDesk({ ...author, fact_status: "confirmed" }, [current]);
    setContent(desk, reversal.entry, marksOf(change));
    for (const made of clearDesk(desk)) {
      reversing.push(made);
      if (made.after) now.set(made.entry_id, made.after);
    }
  }
  const touched = new Set(reversing.map((change) => change.entry_id));
  return { open, reversing, refusals: [...refusals, ...brokenBy(now, touched)] };
}

/**
 * How the change that reverses this one is marked. The undo of an undo lets the first change stand again; the undo of
 * that is an undo of the first, so that a thing taken back and forth is always the same two changes.
 */
function marksOf({ id, undoes, redoes }: Change): Pick<Change, "undoes" | "redoes"> {
  if (redoes !== undefined) return { undoes: redoes };
  return undoes === undefined ? { undoes: id } : { undoes: id, redoes: undoes };
}

/** What the reversed entries would break: links to what is gone, or two entries of one name. One refusal an entry. */
function brokenBy(now: ReadonlyMap<string, Entry>, touched: ReadonlySet<string>): UndoRefusal[] {
  const living = [...now.values()].filter((entry) => entry.status !== "removed");
  const users = new Map(living.flatMap((user) => linkedIds(user).map((id) => [id, user] as const)));
  const holders = Map.groupBy(living, (entry) => `${entry.kind} ${nameKey(entry.name)}`);
  return [...touched].flatMap((id) => brokenAt(id).map((refusal) => ({ ...refusal, entry_id: id })));

  function brokenAt(id: string): UndoRefusal[] {
    const entry = now.get(id);
    const user = users.get(id);
    if (!entry || entry.status === "removed")
      return entry && user
        ? [
            refuse(
              `${entry.name} is used in ${user.name} now`,
              `Say “delete ${entry.name}” to take it out of there too.`,
            ),
          ]
        : [];
    const missing = linkedIds(entry)
      .map((linked) => now.get(linked))
      .find((other) => other?.status === "removed");
    if (missing)
      return [
        refuse(
          `${entry.name} needs ${missing.name}, which is removed`,
          `Undo the removal of ${missing.name} first.`,
        ),
      ];
    const namesake = holders
      .get(`${entry.kind} ${nameKey(entry.name)}`)
      ?.find((other) => other.id !== entry.id);
    return namesake
      ? [refuse(`Another ${entry.kind} is called ${namesake.name} now`, `Rename that one first, then undo.`)]
      : [];
  }
}

/** What an entry is, beside its facts and links. */
const selfOf = ({ name, status, locked }: Entry) => ({
  name,
  status,
  ...(locked === undefined ? {} : { locked }),
});

/** Returns what differs between before and after to what it was, in the present record; names what has moved on since. */
function takeBack<R extends Readonly<Record<string, unknown>>>(
  before: R,
  after: R,
  current: R,
): { record: R; moved: string[] } {
  const record: Record<string, unknown> = { ...current };
  const moved: string[] = [];
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (deepEqual(before[field], after[field])) continue;
    if (!deepEqual(current[field], after[field])) moved.push(field);
    else if (before[field] === undefined) delete record[field];
    else record[field] = before[field];
  }
  return { record: record as R, moved };
}

const gone = (change: Change) => refuse(`${change.name} is not in this bible`, "Look it up by its name.");

const refuse = (reason: string, hint: string): UndoRefusal => ({ ok: false, reason, hint });
