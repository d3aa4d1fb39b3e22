import type { Session } from "../../domain/session.ts";
import type { Workspace } from "../../domain/workspace.ts";
import type { Receiver } from "../../ports/platform.ts";
import type { WebPlatformOptions } from "./options.ts";
import type { Access } from "./security/access.ts";
import type { Caller } from "./security/caller.ts";

/** What the routes and the WebSocket work with, once the platform is started. */
export interface WebDeps extends WebPlatformOptions {
  readonly receiver: Receiver;
  readonly access: Access;
  readonly workspaceOf: (caller: Caller) => Promise<Workspace>;
  readonly defaultSession: (caller: Caller, userId: string) => Promise<Session>;
  /** Aborted when the platform stops: who waits for a turn is told that it goes on. */
  readonly stopping: AbortSignal;
}
