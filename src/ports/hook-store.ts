import type { HookRun, HookWrite } from "../domain/workflow/hook-run.ts";

/** What steps trigger when they become complete. Runs are made by `TurnStore.commit`, or by `add` where bulk work completes a step. */
export interface HookStore {
  get(id: string): Promise<HookRun | undefined>;
  /** All that one turn or operation triggered, in the order of the definition. */
  ofOrigin(origin: string): Promise<readonly HookRun[]>;
  /** Newest first. */
  list(projectId: string, limit: number): Promise<readonly HookRun[]>;
  /** Not ended, or ended and not told, oldest first, after the run `after`: what recovery takes up at start. */
  unfinished(limit: number, after?: string): Promise<readonly HookRun[]>;
  /**
   * Notes which steps are complete and stores runs, all or nothing, one write of a project after the other. A run whose
   * step's present completion is known already is left out, so that one completion seen by two is acted on once.
   */
  add(write: HookWrite): Promise<void>;
  /** Writes a run's next state (version as read; the store raises it). Answers false, having written nothing, when somebody wrote it since. */
  put(run: HookRun): Promise<boolean>;
}
