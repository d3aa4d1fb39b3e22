import type { Turn } from "./turn.ts";

/** What makes ids and tells the time. */
export interface AuthorTools {
  readonly clock: { now(): Date };
  readonly ids: { next(kind: "entry" | "change"): string };
}

/** Whoever caused the turn, as the author of what it writes. */
export const authorOfTurn = (turn: Turn, { clock, ids }: AuthorTools) => ({
  project_id: turn.project.id,
  session_id: turn.session.id,
  turn_id: turn.id,
  by: turn.person.id,
  at: clock.now().toISOString(),
  nextId: (kind: "entry" | "change") => ids.next(kind),
});
