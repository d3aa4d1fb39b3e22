import { publicChange } from "../../chat/turn-view.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { ConflictError } from "../../domain/errors.ts";
import { entryKeys, sortName } from "./entry-keys.ts";
import { totalSteps } from "./totals.ts";

/** What `backlot.write_bible` reads. Empty parts are left out: each costs a statement. */
export type BibleWrite = Readonly<Record<string, readonly unknown[]>>;

/** What becomes of one entry, however many changes say so. */
interface Fate {
  readonly before: Entry | null;
  readonly after: Entry | null;
}

/** Rows for the changes, for the entries they leave behind, and for every index and count kept beside them. */
export function bibleWrite(changes: readonly Change[], undone: readonly string[]): BibleWrite {
  const fates = fatesOf(changes);
  const rows = fates.flatMap(entryRow);
  const names = difference(fates, nameRows);
  const links = difference(fates, linkRows);
  const parts = {
    removed: rows.filter((row) => row.expected !== null && !row.living),
    renamed: fates.length > 1 ? fates.flatMap(renamed) : [],
    updated: rows.filter((row) => row.expected !== null && row.living),
    created: rows.filter((row) => row.expected === null),
    names_out: names.gone,
    names_in: names.come,
    links_out: links.gone,
    links_in: links.come,
    changes: changes.map((change) => changeRow(change, fates)),
    undone,
    redone: changes.flatMap((change) => change.redoes ?? []),
    totals: totalSteps(fates),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part.length > 0));
}

const isLiving = (entry: Entry | null): entry is Entry => entry !== null && entry.status !== "removed";

function fatesOf(changes: readonly Change[]): Fate[] {
  const fates = new Map<string, Fate>();
  for (const change of changes) {
    const known = fates.get(change.entry_id);
    const after = change.after ?? removed(change.before);
    if (known && known.after?.version !== change.before?.version) {
      throw new ConflictError("two changes of one turn do not follow one another");
    }
    fates.set(change.entry_id, { before: known ? known.before : change.before, after });
  }
  return [...fates.values()];
}

/** A change without an `after` leaves the entry behind as removed, so that what once pointed at it still finds it. */
const removed = (before: Entry | null): Entry | null =>
  before && { ...before, status: "removed", version: before.version + 1 };

function entryRow({ before, after }: Fate) {
  if (after === null) return [];
  return [
    {
      id: after.id,
      project_id: after.project_id,
      kind: after.kind,
      name: after.name,
      sort_name: sortName(after),
      living: isLiving(after),
      expected: before?.version ?? null,
      version: after.version,
      doc: after,
    },
  ];
}

const renamed = ({ before, after }: Fate): string[] =>
  isLiving(before) && isLiving(after) && sortName(before) !== sortName(after) ? [after.id] : [];

/** Rows that living entries have no longer, and rows that they have now. */
function difference<Row>(fates: readonly Fate[], rowsOf: (entry: Entry) => readonly Row[]) {
  const gone: Row[] = [];
  const come: Row[] = [];
  for (const { before, after } of fates) {
    const old = keyed(isLiving(before) ? rowsOf(before) : []);
    const now = keyed(isLiving(after) ? rowsOf(after) : []);
    for (const [key, row] of old) if (!now.has(key)) gone.push(row);
    for (const [key, row] of now) if (!old.has(key)) come.push(row);
  }
  return { gone, come };
}

const keyed = <Row>(rows: readonly Row[]) => new Map(rows.map((row) => [JSON.stringify(row), row]));

const nameRows = (entry: Entry) =>
  [...entryKeys(entry)].map(([key, rank]) => ({
    project_id: entry.project_id,
    key,
    rank,
    entry_id: entry.id,
  }));

const linkRows = (entry: Entry) =>
  [...new Set(Object.values(entry.links).flat())].map((target) => ({
    target_id: target,
    entry_id: entry.id,
  }));

/** The entry that a change makes is in the call already, so its `after` is not sent a second time. */
function changeRow(change: Change, fates: readonly Fate[]) {
  const made =
    change.before === null &&
    fates.some(({ before, after }) => before === null && after !== null && after === change.after);
  return {
    id: change.id,
    project_id: change.project_id,
    entry_id: change.entry_id,
    session_id: change.session_id,
    turn_id: change.turn_id,
    operation_id: change.operation_id,
    undoes: change.undoes,
    redoes: change.redoes,
    undone: change.undone,
    doc: publicChange(change),
    before: change.before,
    ...(made ? { made } : { after: change.after }),
  };
}
