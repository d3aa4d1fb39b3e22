import type { Outcome } from "../../chat/outcome.ts";
import { proposal } from "../../chat/proposal.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { proposedItem } from "../../domain/import/plan-import.ts";
import type { Point } from "../../domain/points/point.ts";
import { closePoint } from "../../domain/points/settle-proposal.ts";
import { schemaOf, settingsOf } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { MAX_ASKED } from "../../domain/session.ts";
import { type ImportPlan, planImport } from "./import-plan.ts";
import type { ImportSource } from "./import-source.ts";
import { itemsOf, summaryOf } from "./import-words.ts";
import type { ImportParts, ImportWishes, Shown } from "./parts.ts";
import { planBlocks } from "./preview-blocks.ts";
import { previewOffers, redoOffers } from "./preview-offers.ts";

/**
 * Shows what an import would write and waits for a yes. Nothing is written. `shown`: the same rows were shown before;
 * the preview of them gives way, and they are still what was said then.
 */
export async function preview(
  parts: ImportParts,
  turn: Turn,
  source: ImportSource,
  wishes: ImportWishes,
  shown?: Shown,
): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  const schema = schemaOf(turn.project);
  const plan = await planImport(parts, turn, source, wishes);
  const where = source.file === undefined ? "" : `${source.file}: `;
  const point =
    itemsOf(plan).length === 0 ? undefined : pointOf(parts, turn, plan, { source, wishes, where, shown });
  const message_id = shown?.message_id ?? turn.message?.id ?? "";
  const redone = redoOffers(plan, { point, message_id }, wishes, schema);
  const offers = point ? previewOffers(plan, point, redone, schema) : redone;
  const head = point ? `${summaryOf(plan, schema)}. Nothing is saved yet.` : nothingText(plan, schema);
  const points = [...closedBy(parts, turn, shown), ...(point ? [point] : [])];
  return {
    blocks: [
      { type: "text", text: `${where}${head}` },
      ...planBlocks(plan, { schema, ...wishes }),
      ...gateTexts(plan),
      ...(offers.length > 0 ? [{ type: "offers" as const, offers }] : []),
    ],
    ...(points.length > 0 ? { points, memory: { asked: askedAfter(turn, points) } } : {}),
  };
}

interface Made {
  readonly source: ImportSource;
  readonly wishes: ImportWishes;
  readonly where: string;
  readonly shown: Shown | undefined;
}

function pointOf(
  parts: ImportParts,
  turn: Turn,
  plan: ImportPlan,
  { source, wishes, where, shown }: Made,
): Point {
  const proof = { text: source.text, proves: source.proves, over: wishes.over };
  const reviewed = wishes.over && settingsOf(turn.project).corrections === "reviewed";
  const point = proposal(turn, (kind) => parts.ids.next(kind), {
    reason: "import",
    title: `${where}${summaryOf(plan, schemaOf(turn.project))}`,
    items: itemsOf(plan).map((item) => proposedItem(item, proof)),
    ...(reviewed ? { needs: { role: "producer" } } : {}),
  });
  return shown === undefined ? point : { ...point, message_id: shown.message_id, by: shown.by };
}

const closedBy = ({ clock }: ImportParts, turn: Turn, shown: Shown | undefined): readonly Point[] =>
  shown?.point === undefined
    ? []
    : [closePoint(shown.point, false, turn.person.id, clock.now().toISOString())];

function nothingText(plan: ImportPlan, schema: ProjectSchema): string {
  const { tables, ties } = plan;
  if (tables.some(({ held }) => held > 0)) return `Nothing new in ${summaryOf(plan, schema)}.`;
  if (tables.some(({ same }) => same > 0))
    return "All of these are in the bible as they are here. There is nothing to import.";
  return tables.length === 0 && ties > 0
    ? "I do not import who is what to whom."
    : "None of these rows can come in.";
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
