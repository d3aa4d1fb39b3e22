import type { Counts } from "../domain/bible/kinds.ts";
import type { Project } from "../domain/project.ts";
import type { Totals } from "../domain/workflow/film.ts";
import type { Workspace } from "../domain/workspace.ts";

export interface ProjectStore {
  /** Finds or makes the workspace of a platform's own id; safe when two ask at once. */
  ensureWorkspace(workspace: Workspace): Promise<Workspace>;
  create(project: Project): Promise<void>;
  get(id: string): Promise<Project | undefined>;
  /** The workspace's own and those shared with it, newest first, without its lobby. */
  list(workspaceId: string, limit: number): Promise<readonly Project[]>;
  /** The project whose join code has this hash. */
  byCode(hash: string): Promise<Project | undefined>;
  /** Living entries per kind: an aggregate kept by commits, never a scan. */
  counts(projectId: string): Promise<Counts>;
  /** The same, and the tallies of them. */
  totals(projectId: string): Promise<Totals>;
}
