import { deepEqual } from "../../lib/deep-equal.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { wordList } from "../../lib/word-list.ts";
import type { Change } from "./change.ts";
import {
  type Author,
  clearDesk,
  type Desk,
  livingOn,
  onDesk,
  openDesk,
  sameContent,
  setContent,
} from "./desk.ts";
import type { Entry } from "./entry.ts";
import { linkedIds } from "./links.ts";

interface UndoRefusal {
  readonly ok: false;
  readonly reason: string;
  /** What to do instead, as a sentence of its own. */
  readonly hint: string;
}
export type Reversal = { readonly ok: true; readonly entry: Entry } | UndoRefusal;
export type Undone =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly undone: readonly string[] }
  | UndoRefusal;

/**
 * The entry as it stands now with one change taken back. Only what the change wrote returns to what it was; what was
 * said of other fields since stays. Refused when the same field was written again later, and for an entry that was
 * made and has grown since, whose later facts would go with it. An entry whose making is undone becomes removed.
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
  const { name, status } = { ...selfOf(current), ...self.record };
  return { ok: true, entry: { ...current, name, status, facts: facts.record, links: links.record } };
}

/**
 * Takes back several changes at once, all or none; `changes` newest first, the answer in the order they were made. `entries` are the entries as they stand now:
 * those of the changes, those linked to them, those they link to, and those that bear one of their names.
 */
export function undoAll(
  changes: readonly Change[],
  entries: readonly Entry[],
  author: Omit<Author, "fact_status">,
): Undone {
  const open = changes.filter((change) => !change.undone);
  if (open.length === 0)
    return refuse("That is undone already", "Type /undo for the last thing that is not.");
  const desk = openDesk({ ...author, fact_status: "confirmed" }, entries);
  for (const change of open) {
    const reversal = reverseChange(change, onDesk(desk, change.entry_id));
    if (!reversal.ok) return reversal;
    setContent(desk, reversal.entry, change.id);
  }
  const broken = brokenBy(desk);
  if (broken) return broken;
  return { ok: true, changes: clearDesk(desk).toReversed(), undone: open.map((change) => change.id) };
}

/** What the reversed entries would break: links to what is gone, or two entries of one name. */
function brokenBy(desk: Desk): UndoRefusal | undefined {
  const living = livingOn(desk);
  for (const entry of desk.working.values()) {
    if (entry.status === "removed") {
      const user = living.find((other) => linkedIds(other).includes(entry.id));
      if (user)
        return refuse(
          `${entry.name} is used in ${user.name} now`,
          `Say “delete ${entry.name}” to take it out of there too.`,
        );
      continue;
    }
    const missing = linkedIds(entry)
      .map((id) => onDesk(desk, id))
      .find((other) => other?.status === "removed");
    if (missing)
      return refuse(
        `${entry.name} needs ${missing.name}, which is removed`,
        `Undo the removal of ${missing.name} first.`,
      );
    const namesake = living.find(
      (other) =>
        other.id !== entry.id && other.kind === entry.kind && nameKey(other.name) === nameKey(entry.name),
    );
    if (namesake)
      return refuse(
        `Another ${entry.kind} is called ${namesake.name} now`,
        `Rename that one first, then undo.`,
      );
  }
  return undefined;
}

const selfOf = ({ name, status }: Entry) => ({ name, status });

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

const refuse = (reason: string, hint: string): UndoRefusal => ({ ok: false, reason, hint });
