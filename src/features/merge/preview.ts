import { noteText } from "../../chat/note-text.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { mergeOffers, proposal, proposalBlock } from "../../chat/proposal.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { type Applied, applyReading } from "../../domain/bible/apply-reading.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { focusOn } from "../../domain/bible/focus.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import type { Note } from "../../domain/bible/note.ts";
import { tellNear } from "../../domain/bible/tell-near.ts";
import type { Point } from "../../domain/points/point.ts";
import { rememberedPoints } from "../../domain/points/remembered.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Mention, Statement } from "../../domain/reading/reading.ts";
import { mayActAs } from "../../domain/role.ts";
import { type Merged, sideBySide, whatFollows, whyTwo } from "./compare.ts";
import { openMerges, replaced } from "./open-merges.ts";
import type { MergeParts } from "./parts.ts";
import { confirmedOver, takeOffers } from "./takes.ts";

export type MergeStatement = Statement & { type: "merge" };

export type Previewed =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly notes: readonly Note[] };

/**
 * What would become of two entries that are one, side by side, as a proposal that waits for a yes. Nothing is written.
 * An earlier proposal for the two gives way to this one. Notes say why there is nothing to look at.
 */
export async function previewMerge(
  parts: MergeParts,
  turn: Turn,
  wanted: MergeStatement,
): Promise<Previewed> {
  const known = await loadKnown(parts.bible, turn.project.id, [wanted]);
  const first = lookAt(parts, turn, wanted, known);
  if (!first.merged)
    return { ok: false, notes: await tellNear(parts.bible, turn.project.id, { changes: [], ...first }) };
  const { gone, into } = first.merged;
  const statement: MergeStatement = {
    ...wanted,
    subject: meaning(wanted.subject, gone),
    into: meaning(wanted.into, into),
    takes: [...(wanted.takes ?? confirmedOver(first.merged))],
  };
  const { merged = first.merged, notes } = lookAt(parts, turn, statement, known);
  const point = proposed(parts, turn, statement, merged);
  const closed = replaced(parts, turn, await openMerges(parts, turn, gone.id, into.id));
  const points = [...closed, point];
  return {
    ok: true,
    outcome: {
      blocks: blocksOf(turn, point, statement, merged, notes),
      points,
      memory: {
        focus: focusOn(turn.session.memory.focus, [into, gone]),
        asked: rememberedPoints(turn.session.memory.asked ?? [], points),
      },
    },
  };
}

/** The merge as it would be written now, and what stands in its way. */
function lookAt(
  parts: MergeParts,
  turn: Turn,
  statement: MergeStatement,
  known: readonly Entry[],
): { readonly merged?: Merged; readonly notes: Applied["notes"] } {
  const { changes, notes } = applyReading({
    reading: { statements: [statement] },
    known,
    schema: schemaOf(turn.project),
    project_id: turn.project.id,
    by: turn.person.id,
    at: parts.clock.now().toISOString(),
    nextId: (kind) => parts.ids.next(kind),
  });
  const one = changes.find((change) => change.action === "merged");
  const other = changes.find((change) => change.action === "removed" && change.kind === one?.kind);
  if (!one?.before || !one.after || !other?.before) return { notes };
  return {
    merged: { gone: other.before, into: one.before, after: one.after, changes, linked: known },
    notes,
  };
}

function proposed(parts: MergeParts, turn: Turn, statement: MergeStatement, merged: Merged): Point {
  const { gone, into } = merged;
  const name = `${gone.name} into ${into.name}`;
  return proposal(turn, (kind) => parts.ids.next(kind), {
    reason: "merge",
    title: `${name}: nothing is merged yet.`,
    items: [{ statement, line: { action: "merged", kind: into.kind, name } }],
    ...(mayActAs(turn.person.role, "writer") ? {} : { needs: { role: "writer" } }),
  });
}

function blocksOf(
  turn: Turn,
  point: Point,
  { takes = [] }: MergeStatement,
  merged: Merged,
  notes: readonly Note[],
): DraftBlock[] {
  const own = schemaOf(turn.project);
  const said = [whatFollows(merged, own), whyTwo(merged), ...notes.map(noteText)];
  const text = said.filter((sentence) => sentence !== "").join("\n");
  return [
    sideBySide(merged, own),
    ...(text === "" ? [] : [{ type: "text" as const, text }]),
    ...(point.asks.type === "proposal" ? [proposalBlock(point.id, point.asks)] : []),
    { type: "offers", offers: mergeOffers(point, takeOffers(merged, takes, own)) },
  ];
}

const meaning = (mention: Mention, entry: Entry): Mention => ({
  ...mention,
  name: entry.name,
  entry_id: entry.id,
});
