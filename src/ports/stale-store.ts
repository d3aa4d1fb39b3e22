import type { Change } from "../domain/bible/change.ts";
import type { StaleMark } from "../domain/bible/stale.ts";

/** What was made from something that changed since. Reading only: writes go through `TurnStore.commit`. */
export interface StaleStore {
  /** Marks of a project that stand, newest first; those of some dependants only when they are named. */
  list(
    filter: { project_id: string; dependant_ids?: readonly string[] },
    limit: number,
  ): Promise<readonly StaleMark[]>;
  /** What was written anew after these changes had marked it, and by which change. */
  rewritten(
    changeIds: readonly string[],
    limit: number,
  ): Promise<readonly { readonly dependant_id: string; readonly by: string }[]>;
  /** The changes that marks name, oldest first. */
  changes(ids: readonly string[]): Promise<readonly Change[]>;
}
