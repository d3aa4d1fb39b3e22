import type { Outcome } from "../../chat/outcome.ts";
import { savedReply } from "../../chat/saved-reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { Note } from "../../domain/bible/note.ts";
import { tellNear } from "../../domain/bible/tell-near.ts";
import type { Point } from "../../domain/points/point.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { missingPoints, notePoints } from "./ask.ts";
import { withAsked } from "./asked.ts";
import { hear } from "./hear.ts";
import type { ExtractParts } from "./parts.ts";

export interface PointWrite {
  readonly statements: readonly Statement[];
  /** "ask" where an answer may itself contradict what is known. */
  readonly contradictions?: "ask" | "write";
  /** The answer's own words prove the statements, not the message that was asked about. */
  readonly own?: boolean;
  readonly head?: string;
  /** The people have just said that who is made is nobody else: that is not asked again. */
  readonly apart?: boolean;
}

/**
 * Writes what a point was about, as its speaker's words. `settled` is the point once that is done; when nothing could be
 * written it stays open, so that it can be answered again. As a function it is told which kinds the workflow holds back.
 */
export async function writePoint(
  parts: ExtractParts,
  turn: Turn,
  point: Point,
  settled: Point | ((held: ReadonlySet<EntryKind>) => Point),
  write: PointWrite,
): Promise<Outcome> {
  const { contradictions = "write", own = false, statements } = write;
  const asked = own ? undefined : await messageOf(parts, point);
  const heard = await hear(parts, turn, statements, {
    contradictions,
    ...(own ? {} : { message: asked, said_by: point.by }),
  });
  const told = { ...heard, notes: untold(point, heard.notes) };
  const near = write.apart ? told.notes : await tellNear(parts.bible, turn.project.id, told);
  const { points, rest } = notePoints(turn, parts.ids, near);
  const failed = heard.changes.length === 0 && rest.some((note) => note.type !== "same");
  const saved = savedReply(turn, {
    ...heard,
    notes: rest,
    ...(write.head === undefined || heard.changes.length === 0 ? {} : { head: write.head }),
  });
  const held = new Set(heard.notes.flatMap((note) => (note.type === "withheld" ? [note.kind] : [])));
  const now = typeof settled === "function" ? settled(held) : settled;
  // While parts still wait, what is missing may be among them.
  const missing = now.state === "open" ? [] : missingPoints(turn, parts.ids, madeBy(point, heard.changes));
  return withAsked(turn, saved, [...points, ...missing], failed ? [] : [now]);
}

/** What was made, now or with an earlier part of the same proposal. */
function madeBy({ asks }: Point, changes: readonly Change[]): Change[] {
  const lines = asks.type === "proposal" ? asks.items.map(({ line }) => line) : [];
  const made = new Set(lines.flatMap(({ action, name }) => (action === "created" ? name : [])));
  return changes.map((change) =>
    change.action === "updated" && made.has(change.name) ? { ...change, action: "created" } : change,
  );
}

/** The preview of an import has told which names mean nobody, or several. */
const untold = ({ asks }: Point, notes: readonly Note[]): readonly Note[] =>
  asks.type === "proposal" && asks.reason === "import"
    ? notes.filter(({ type }) => type !== "ambiguous" && type !== "unlinked")
    : notes;

async function messageOf(parts: ExtractParts, { message_id }: Point) {
  if (message_id === undefined) return undefined;
  const message = await parts.messages.get(message_id);
  return message && { id: message.id, text: message.text };
}
