import type { WorkflowVersion } from "../domain/workflow/workflow-version.ts";

/** The workflows that projects wrote themselves. Reading only: `TurnStore.commit` writes. */
export interface WorkflowStore {
  get(projectId: string, version: number): Promise<WorkflowVersion | undefined>;
  /** Newest first. */
  list(projectId: string, limit: number): Promise<readonly WorkflowVersion[]>;
}
