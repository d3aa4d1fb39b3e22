import { pointOf } from "../../chat/proposal.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import { summaryLine } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { Note } from "../../domain/bible/note.ts";
import { fieldsMissing } from "../../domain/bible/project-schema.ts";
import { type Asked, MAX_ALSO, type Point } from "../../domain/points/point.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Gap, Statement } from "../../domain/reading/reading.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { Ids } from "../../ports/ids.ts";

const MAX_CANDIDATES = 25;

/** Notes that are questions to the people become points; the rest is told as it is. */
export function notePoints(
  turn: Turn,
  ids: Ids,
  notes: readonly Note[],
): { readonly points: Point[]; readonly rest: Note[] } {
  const points: Point[] = [];
  const rest: Note[] = [];
  for (const note of notes) {
    const asks = asksOf(note);
    const same = points.findIndex((point) => asks !== undefined && asksTheSame(point.asks, asks));
    const asked = points[same];
    if (asks?.type === "which" && asked)
      points[same] = { ...asked, asks: withAlso(asked.asks, asks.statement) };
    else if (asks) points.push(pointOf(turn, ids.next("point"), { asks }));
    else rest.push(note);
  }
  return { points, rest };
}

/** One name is asked about once, however much the message says of it. */
function asksTheSame(one: Asked, other: Asked): boolean {
  if (one.type !== "which" || other.type !== "which") return false;
  const idsOf = ({ candidates }: typeof one) => candidates.map(({ entry_id }) => entry_id).join();
  return nameKey(one.name) === nameKey(other.name) && idsOf(one) === idsOf(other);
}

function withAlso(asks: Asked, statement: Statement): Asked {
  if (asks.type !== "which") return asks;
  return { ...asks, also: [...(asks.also ?? []), statement].slice(0, MAX_ALSO) };
}

function asksOf(note: Note): Asked | undefined {
  if (note.type === "conflict") {
    const { entry, field, kept_field, kept, said, statement } = note;
    const { id: entry_id, kind, name } = entry;
    const subject = { ...statement.subject, name, entry_id };
    return {
      type: "conflict",
      entry_id,
      kind,
      name,
      field,
      ...(kept_field === undefined ? {} : { kept_field }),
      kept,
      said,
      statement: { ...statement, subject },
    };
  }
  if (note.type === "unknown" && note.near && note.statement) {
    const { near, name, statement } = note;
    return {
      type: "which",
      name,
      candidates: [{ entry_id: near.id, name: near.name, label: "" }],
      statement,
    };
  }
  if (note.type !== "ambiguous" || note.statement === undefined) return undefined;
  const candidates = note.entries.slice(0, MAX_CANDIDATES).map(candidateOf);
  return { type: "which", name: note.name, candidates, statement: note.statement };
}

/** What tells an entry from its namesakes: its summary without its name. */
function candidateOf(entry: Entry) {
  const label = summaryLine(entry)
    .slice(entry.name.length)
    .replace(/^[,:– ]+/, "");
  return { entry_id: entry.id, name: entry.name, label };
}

export const gapPoints = (turn: Turn, ids: Ids, gaps: readonly Gap[]): Point[] =>
  gaps.map(({ statement, wants }) =>
    pointOf(turn, ids.next("point"), { asks: { type: "name", statement, wants } }),
  );

/** The first required field that the first entry made in this turn lacks: one short question at a time. */
export function missingPoints(turn: Turn, ids: Ids, changes: readonly Change[]): Point[] {
  const made = changes.flatMap((change) =>
    change.action === "created" && change.after ? [change.after] : [],
  );
  const asks = made.flatMap((entry) => missingOf(turn, entry) ?? [])[0];
  return asks ? [pointOf(turn, ids.next("point"), { asks })] : [];
}

/** What to ask next about an entry; `skipped` is the field that was asked last and passed over. */
export function missingOf(turn: Turn, entry: Entry, skipped?: string): Asked | undefined {
  const missing = fieldsMissing(entry, schemaOf(turn.project));
  const field = missing[skipped === undefined ? 0 : missing.indexOf(skipped) + 1];
  if (field === undefined) return undefined;
  return { type: "missing", entry_id: entry.id, kind: entry.kind, name: entry.name, field };
}
