import type { Change } from "./change.ts";
import type { Entry } from "./entry.ts";
import type { EntrySource } from "./load-known.ts";
import type { Note } from "./note.ts";
import { areTogether, findTwins, mayHaveTwins, nearestName, nearKeys, twinKeys } from "./twins.ts";

/** New entries and unknown names looked at in one message; talk brings a few. */
const MAX_MADE = 8;
const MAX_UNKNOWN = 4;
const MAX_CANDIDATES = 60;

type Unknown = Note & { type: "unknown" };

/**
 * The notes on what was said, and what names that are near to one another add to them: whom an unknown name may be meant
 * for, and at most one new entry that may be one that is there already. Takes one read when something was made or
 * nobody has a name, none otherwise.
 */
export async function tellNear(
  source: Pick<EntrySource, "byKeys">,
  projectId: string,
  { changes, notes }: { readonly changes: readonly Change[]; readonly notes: readonly Note[] },
): Promise<readonly Note[]> {
  const made = changes.flatMap((change) => madeBy(change) ?? []).slice(0, MAX_MADE);
  const unknown = notes.filter((note): note is Unknown => note.type === "unknown").slice(0, MAX_UNKNOWN);
  if (made.length + unknown.length === 0) return notes;
  const keys = [...made.flatMap(twinKeys), ...unknown.flatMap(({ kind, name }) => nearKeys(kind, name))];
  const read = await source.byKeys(projectId, [...new Set(keys)], MAX_CANDIDATES);
  const candidates = asWritten(read, changes);
  const told = notes.map((note) => (note.type === "unknown" ? withNear(note, candidates) : note));
  return [...told, ...twinNote(made, candidates, changes)];
}

const madeBy = ({ action, after, kind }: Change): Entry | undefined =>
  action === "created" && after && mayHaveTwins(kind) ? after : undefined;

/** The entries as the changes leave them. */
function asWritten(entries: readonly Entry[], changes: readonly Change[]): Entry[] {
  const after = new Map(changes.map((change) => [change.entry_id, change.after]));
  return entries.flatMap((entry) => (after.has(entry.id) ? (after.get(entry.id) ?? []) : entry));
}

function withNear(note: Unknown, candidates: readonly Entry[]): Unknown {
  const near = nearestName(note.name, note.kind, candidates);
  return near ? { ...note, near: { id: near.id, name: near.name, kind: near.kind } } : note;
}

/** The likeliest of all. Two who are brought together in the same breath are two. */
function twinNote(made: readonly Entry[], candidates: readonly Entry[], changes: readonly Change[]): Note[] {
  const written = changes.flatMap((change) => change.after ?? []);
  const [likeliest] = made
    .flatMap((entry) => findTwins(entry, candidates).map((twin) => ({ made: entry, ...twin })))
    .filter((pair) => !areTogether(pair.made, pair.entry, written))
    .toSorted((a, b) => a.rank - b.rank);
  if (!likeliest) return [];
  const { made: one, entry: other, reason } = likeliest;
  return [
    {
      type: "twin",
      name: one.name,
      kind: one.kind,
      entry_id: one.id,
      other_id: other.id,
      other_name: other.name,
      reason,
    },
  ];
}
