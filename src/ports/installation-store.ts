import type { Platform } from "../domain/workspace.ts";

/** The app in one workspace of a platform, or in all workspaces of an organisation. */
export interface Installation {
  readonly platform: Platform;
  /** The platform's own id of the workspace, or of the organisation. */
  readonly id: string;
  /** What the app may do there, tokens and all: nobody reads it out of the store. */
  readonly sealed: string;
  readonly installed_at: string;
}

export interface InstallationStore {
  /** In place of an earlier one of the same id. */
  put(installation: Installation): Promise<void>;
  get(platform: Platform, id: string): Promise<Installation | undefined>;
  /** A workspace's own installation, else that of the organisation it was said to belong to. */
  ofWorkspace(platform: Platform, workspace: string): Promise<Installation | undefined>;
  /** Says that a workspace is one of an organisation's. */
  belongs(platform: Platform, workspace: string, organisation: string): Promise<void>;
  /** Forgets it, unless it was put anew since it was read as this one. Answers whether it did. */
  remove(installation: Installation): Promise<boolean>;
  /** In the order of their ids, those after `after`. */
  list(platform: Platform, limit: number, after?: string): Promise<readonly Installation[]>;
}
