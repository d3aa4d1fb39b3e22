import { MAX_ASKED } from "../session.ts";
import type { Point } from "./point.ts";

/** Ids of what still waits in a session, newest first, once these points are written; `before` are those it had. */
export function rememberedPoints(before: readonly string[], points: readonly Point[]): string[] {
  const closed = new Set(points.filter((point) => point.state !== "open").map((point) => point.id));
  const open = points.filter((point) => point.state === "open").map((point) => point.id);
  const waiting = before.filter((id) => !closed.has(id));
  return [...new Set([...open.toReversed(), ...waiting])].slice(0, MAX_ASKED);
}
