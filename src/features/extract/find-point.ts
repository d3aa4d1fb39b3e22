import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import type { Point } from "../../domain/points/point.ts";
import { mayActAs, requireRole } from "../../domain/role.ts";
import type { ExtractParts } from "./parts.ts";

const LIST = "Type /open to see what still waits.";

/** The open point that is meant: by id, or the newest of the session. Throws UserError when there is none, or it is settled. */
export async function findPoint(parts: ExtractParts, turn: Turn, id: string | undefined): Promise<Point> {
  const wanted = id ?? turn.session.memory.asked?.[0];
  if (wanted === undefined) throw new UserError("not_found", "Nothing waits for an answer here.", LIST);
  const [point] = await parts.points.get([wanted]);
  if (point?.project_id !== turn.project.id)
    throw new UserError("not_found", "There is no such question in this project.", LIST);
  if (point.state === "open") return point;
  const who = point.answered_by === turn.person.id ? "You have" : `${point.answered_by ?? "Somebody"} has`;
  throw new UserError("conflict", `${who} answered that already.`, LIST);
}

/** Throws UserError when the person may not accept what the point would write. */
export function mayAnswer(turn: Turn, { needs }: Point): void {
  if (needs?.author === turn.person.id) return;
  if (needs && !mayActAs(turn.person.role, needs.role)) {
    const who = needs.author === undefined ? "" : "whoever said it before, or ";
    throw new UserError(
      "forbidden",
      `This waits for ${who}somebody with the role ${needs.role}.`,
      "Ask one of them to look at /open.",
    );
  }
  requireRole(turn.person.role, "writer", "change the bible");
}
