import type { Outcome } from "../../chat/outcome.ts";
import { proposal, proposalBlocks } from "../../chat/proposal.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import { staleAction } from "../../chat/stale-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import { NO_STALE } from "../../domain/bible/stale.ts";
import type { Offer } from "../../domain/choice.ts";
import type { Point, ProposedItem } from "../../domain/points/point.ts";
import { requireRole } from "../../domain/role.ts";
import { MAX_ASKED } from "../../domain/session.ts";
import { behindOf, markedIn } from "./behind.ts";
import { versionBlocks } from "./document-version.ts";
import { NOTHING_STALE } from "./list-stale.ts";
import type { StaleParts } from "./parts.ts";
import { type Revised, reviseAll } from "./revise.ts";
import { unchangedBlocks } from "./unchanged-blocks.ts";
import { whichOnes } from "./which.ts";

/** New versions asked for in one turn. */
const MAX_AT_ONCE = 10;
const NOWHERE = { start: 0, end: 0 };

/** Puts new versions to the people, of one thing or of the first ten; `skip` holds ids, with commas, that were put before. */
export async function updateStale(
  parts: StaleParts,
  turn: Turn,
  wanted: string,
  skip: string,
): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  const which = await whichOnes(parts, turn, wanted);
  const marked = await markedIn(parts, turn, which === "all" ? undefined : which);
  const put = skip.split(",").filter(Boolean);
  const ids = [...marked.keys()].filter((id) => !put.includes(id));
  const behind = await behindOf(parts, turn, marked, ids.slice(0, MAX_AT_ONCE));
  if (behind.length === 0)
    return which === "all"
      ? NOTHING_STALE
      : { blocks: [{ type: "text", text: "That is up to date already." }] };
  const notices = new Set<string>();
  const revised = await reviseAll(parts, turn, behind, (words) => notices.add(words));
  const left = ids.slice(MAX_AT_ONCE);
  const outcome = shown(parts, turn, revised);
  const lead: DraftBlock[] = [...notices].map((text) => ({ type: "text", text }));
  const more = left.length > 0 ? [nextOnes(left.length, [...put, ...ids.slice(0, MAX_AT_ONCE)])] : [];
  return {
    ...outcome,
    blocks: [
      ...lead,
      ...outcome.blocks,
      ...(more.length > 0 ? [{ type: "offers" as const, offers: more }] : []),
    ],
  };
}

function shown(parts: StaleParts, turn: Turn, revised: readonly Revised[]): Outcome {
  const items = revised.flatMap(itemOf);
  const point =
    items.length > 0
      ? proposal(turn, (kind) => parts.ids.next(kind), { reason: "stale", title: titleOf(items), items })
      : undefined;
  const papers = revised.flatMap(({ behind, before, now }) =>
    "document" in behind && before !== undefined && now !== undefined
      ? versionBlocks(turn, behind.document, before, now, revised.length === 1)
      : [],
  );
  const empty = revised.filter(({ before }) => before === undefined);
  return {
    blocks: [...(point ? proposalBlocks(point) : []), ...papers, ...unchangedBlocks(revised)],
    ...(empty.length > 0 ? { stale: { ...NO_STALE, fine: empty.map(({ behind }) => behind.id) } } : {}),
    ...(point ? asking(turn, point) : {}),
  };
}

const asking = (turn: Turn, point: Point): Pick<Outcome, "points" | "memory"> => ({
  points: [point],
  memory: { asked: [point.id, ...(turn.session.memory.asked ?? [])].slice(0, MAX_ASKED) },
});

function itemOf({ behind, before, now }: Revised): Pick<ProposedItem, "statement" | "line">[] {
  if (!("scene" in behind) || before === undefined || now === undefined) return [];
  const { id, name } = behind;
  const field = "summary";
  return [
    {
      statement: {
        type: "entry",
        kind: "scene",
        subject: { name, entry_id: id, ...NOWHERE },
        explicit: false,
        fields: [{ field, value: now, ...NOWHERE }],
        corrects: true,
        span: NOWHERE,
      },
      line: { action: "updated", kind: "scene", name, field, before, after: now },
    },
  ];
}

const titleOf = (items: readonly Pick<ProposedItem, "line">[]): string =>
  `${items.length === 1 ? items[0]?.line.name : `${items.length} scenes`}, brought up to date`;

const nextOnes = (left: number, put: readonly string[]): Offer => ({
  label: `Bring the next ${Math.min(left, MAX_AT_ONCE)} up to date`,
  description: `${left} more may be out of date`,
  category: "alternative",
  action: staleAction("update", { name: "all", skip: put.join(",") }),
});
