import type { Outcome } from "../../chat/outcome.ts";
import { proposal } from "../../chat/proposal.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { proposedItem } from "../../domain/import/plan-import.ts";
import type { Point } from "../../domain/points/point.ts";
import { closePoint } from "../../domain/points/settle-proposal.ts";
import { schemaOf } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { MAX_ASKED } from "../../domain/session.ts";
import { type ImportPlan, planImport } from "./import-plan.ts";
import type { ImportSource } from "./import-source.ts";
import { itemsOf, summaryOf } from "./import-words.ts";
import type { ImportParts, ImportWishes } from "./parts.ts";
import { planBlocks } from "./preview-blocks.ts";
import { previewOffers } from "./preview-offers.ts";

/**
 * Shows what an import would write and waits for a yes. Nothing is written. `before` is the preview of the same rows
 * that this one takes the place of.
 */
export async function preview(
  parts: ImportParts,
  turn: Turn,
  source: ImportSource,
  wishes: ImportWishes,
  before?: Point,
): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  const schema = schemaOf(turn.project);
  const plan = await planImport(parts, turn, source, wishes);
  const closed =
    before === undefined ? [] : [closePoint(before, false, turn.person.id, parts.clock.now().toISOString())];
  const told = planBlocks(plan, { schema, ...wishes });
  const items = itemsOf(plan);
  const where = source.file === undefined ? "" : `${source.file}: `;
  if (items.length === 0)
    return {
      blocks: [{ type: "text", text: `${where}${nothingText(plan)}` }, ...told],
      ...(closed.length > 0 ? { points: closed, memory: { asked: askedAfter(turn, closed) } } : {}),
    };
  const summary = `${where}${summaryOf(plan, schema)}`;
  const proof = { text: source.text, proves: source.proves, over: wishes.over };
  const built = proposal(turn, (kind) => parts.ids.next(kind), {
    reason: "import",
    title: summary,
    items: items.map((item) => proposedItem(item, proof)),
  });
  // Read otherwise, the rows are still what was said in the first message.
  const point = before === undefined ? built : { ...built, ...saidIn(before) };
  const points = [...closed, point];
  return {
    blocks: [
      { type: "text", text: `${summary}. Nothing is saved yet.` },
      ...told,
      ...gateTexts(plan),
      { type: "offers", offers: previewOffers(plan, point, wishes, schema) },
    ],
    points,
    memory: { asked: askedAfter(turn, points) },
  };
}

const saidIn = ({ message_id, by }: Point) => ({ by, ...(message_id === undefined ? {} : { message_id }) });

function nothingText({ tables, ties }: ImportPlan): string {
  if (tables.some(({ same }) => same > 0))
    return "All of these are in the bible as they are here. There is nothing to import.";
  if (tables.length === 0 && ties > 0) return "I do not import who is what to whom.";
  return "None of these rows can come in.";
}

const gateTexts = ({ gates }: ImportPlan): DraftBlock[] =>
  [...gates.values()].map(({ reason }) => ({
    type: "text",
    text: `${reason} Until then these rows wait; /open shows them.`,
  }));

/** Newest first, without what is closed. */
function askedAfter(turn: Turn, points: readonly Point[]): string[] {
  const closed = new Set(points.filter(({ state }) => state !== "open").map(({ id }) => id));
  const open = points.filter(({ state }) => state === "open").map(({ id }) => id);
  const known = (turn.session.memory.asked ?? []).filter((id) => !closed.has(id));
  return [...open, ...known].slice(0, MAX_ASKED);
}
