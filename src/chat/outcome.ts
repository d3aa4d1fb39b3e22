import type { Change } from "../domain/bible/change.ts";
import type { StaleWrite } from "../domain/bible/stale.ts";
import type { DocumentChange } from "../domain/document-change.ts";
import type { ErrorCode } from "../domain/errors.ts";
import type { Begun } from "../domain/operation.ts";
import type { Point } from "../domain/points/point.ts";
import type { Project } from "../domain/project.ts";
import type { Session, SessionMemory } from "../domain/session.ts";
import type { HookWrite } from "../domain/workflow/hook-run.ts";
import type { WorkflowVersion } from "../domain/workflow/workflow-version.ts";
import type { DraftBlock } from "./reply.ts";

/** What a skill or a command decided. Nothing is written until the whole turn is committed at once. */
export interface Outcome {
  readonly blocks: readonly DraftBlock[];
  /** For whoever caused the turn and nobody else: it is told to them, and kept in no record of the talk. */
  readonly private?: true;
  /** A form that whoever pressed, or gave the command, has opened before them: it is kept with the talk, and not posted where others read along. */
  readonly opened?: true;
  /** Nothing was done, and why; `blocks` tell the same to people, with ways forward. */
  readonly refusal?: { readonly code: ErrorCode; readonly message: string; readonly hint: string };
  readonly changes?: readonly Change[];
  /** Ids of changes these changes reverse. */
  readonly undone?: readonly string[];
  /** How the project's documents change, where that takes back an earlier change; otherwise `project` says it. */
  readonly documents?: readonly DocumentChange[];
  /** The bound project with new values (version as read; the store raises it). */
  readonly project?: Project;
  readonly new_project?: Project;
  /** Sessions to make or to write anew. */
  readonly sessions?: readonly Session[];
  /** Points to put to the people, or to write anew (version as read; the store raises it). */
  readonly points?: readonly Point[];
  readonly stale?: StaleWrite;
  /** What the changes remove or bring back is not said to be otherwise, only put aside: nothing is out of date by it. */
  readonly put_aside?: boolean;
  readonly memory?: Partial<SessionMemory>;
  readonly operation?: Begun;
  /** A new version of the project's own workflow. */
  readonly definition?: Pick<WorkflowVersion, "version" | "name" | "source" | "note">;
  /** What the steps trigger that come to be complete. */
  readonly hooks?: HookWrite;
  /** Work to do after the commit. Must be repeatable: recovery does it again when the process dies in between. */
  readonly afterCommit?: () => Promise<void>;
}
