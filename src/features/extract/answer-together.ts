import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Asked, Point } from "../../domain/points/point.ts";
import { closePoint } from "../../domain/points/settle-proposal.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { withAsked } from "./asked.ts";
import type { ExtractParts } from "./parts.ts";
import { writePoint } from "./write-point.ts";

/** One sentence about many may contradict so many of them at once. */
const LIMIT = 200;

/** All contradictions of the message that `point` is one of, settled the same way: as the message says, or as it was. */
export async function answerTogether(
  parts: ExtractParts,
  turn: Turn,
  point: Point,
  changes: boolean,
): Promise<Outcome> {
  const { project_id, session_id } = point;
  const open = await parts.points.open({ project_id, session_id }, LIMIT);
  const all = open.filter((each) => each.turn_id === point.turn_id && each.asks.type === "conflict");
  const at = parts.clock.now().toISOString();
  const closed = all.map((each) => closePoint(each, true, turn.person.id, at));
  if (!changes) {
    const text = all.length === 1 ? "That stays as it was." : `All ${all.length} stay as they were.`;
    return withAsked(turn, { blocks: [{ type: "text", text }] }, [], closed);
  }
  const [first, ...others] = closed;
  const statements = all.toReversed().flatMap(({ asks }) => stated(asks));
  const outcome = await writePoint(parts, turn, point, first ?? point, { statements });
  const isDone = outcome.points?.some(({ id }) => id === first?.id) === true;
  return isDone ? withAsked(turn, outcome, [], others) : outcome;
}

/** The point, or one of the same message that is still open where it was settled by itself meanwhile. */
export async function openBeside(
  parts: ExtractParts,
  turn: Turn,
  id: string | undefined,
): Promise<string | undefined> {
  const [point] = id === undefined ? [] : await parts.points.get([id]);
  if (point === undefined || point.state === "open" || point.project_id !== turn.project.id) return id;
  const open = await parts.points.open({ project_id: point.project_id, session_id: point.session_id }, LIMIT);
  return open.find(({ turn_id, asks }) => turn_id === point.turn_id && asks.type === "conflict")?.id ?? id;
}

function stated(asks: Asked): Statement[] {
  if (asks.type !== "conflict") return [];
  return [asks.statement.type === "entry" ? { ...asks.statement, corrects: true } : asks.statement];
}
