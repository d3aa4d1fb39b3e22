import type { Turn } from "../../chat/turn.ts";
import type { Point } from "../../domain/points/point.ts";
import { closePoint, isProposal } from "../../domain/points/settle-proposal.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import type { MergeParts } from "./parts.ts";

/** The session's proposals to merge these two that still wait, whichever goes into the other. */
export async function openMerges(
  parts: MergeParts,
  turn: Turn,
  one: string,
  other: string,
): Promise<readonly Point[]> {
  const asked = turn.session.memory.asked ?? [];
  if (asked.length === 0) return [];
  const points = await parts.points.get(asked);
  return points.filter((point) => {
    const ids = mergeOf(point)?.map((mention) => mention.entry_id) ?? [];
    return point.state === "open" && ids.includes(one) && ids.includes(other);
  });
}

/** The fields that such a proposal takes from the one that goes, when it is `gone`. */
export function takesIn(points: readonly Point[], gone: string): readonly string[] | undefined {
  for (const point of points) {
    const statement = statementOf(point);
    if (statement?.subject.entry_id === gone) return statement.takes ?? [];
  }
  return undefined;
}

/** The points as they are once something else takes their place. */
export function replaced(parts: MergeParts, turn: Turn, points: readonly Point[]): Point[] {
  const at = parts.clock.now().toISOString();
  return points.map((point) => closePoint(point, false, turn.person.id, at));
}

function statementOf(point: Point): (Statement & { type: "merge" }) | undefined {
  if (!isProposal(point) || point.asks.reason !== "merge") return undefined;
  const statement = point.asks.items[0]?.statement;
  return statement?.type === "merge" ? statement : undefined;
}

function mergeOf(point: Point) {
  const statement = statementOf(point);
  return statement && [statement.subject, statement.into];
}
