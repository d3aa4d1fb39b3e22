import type { Point } from "../domain/points/point.ts";

/** What Backlot asked and waits for. Reading only: writes go through `TurnStore.commit`. */
export interface PointStore {
  /** In the order of the ids. */
  get(ids: readonly string[]): Promise<readonly Point[]>;
  /** Open ones of a project, newest first; of one session only when it is named. */
  open(filter: { project_id: string; session_id?: string }, limit: number): Promise<readonly Point[]>;
}
