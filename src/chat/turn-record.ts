import type { Change } from "../domain/bible/change.ts";
import type { StaleWrite } from "../domain/bible/stale.ts";
import type { Choice, FormAction } from "../domain/choice.ts";
import type { DocumentChange } from "../domain/document-change.ts";
import type { Begun, Operation } from "../domain/operation.ts";
import type { Point } from "../domain/points/point.ts";
import type { Project } from "../domain/project.ts";
import type { Session } from "../domain/session.ts";
import type { HookWrite } from "../domain/workflow/hook-run.ts";
import type { WorkflowVersion } from "../domain/workflow/workflow-version.ts";
import type { ChatMessage } from "./chat-message.ts";
import type { Frame } from "./frame.ts";

/** All that one turn writes, committed as a whole or not at all. */
export interface TurnRecord {
  readonly turn_id: string;
  readonly event_id: string;
  readonly session: Session;
  /** The session is only talked in: of it what it remembers and the time of its last message are written, as somebody may have changed the rest meanwhile. */
  readonly touches?: true;
  /** It remembers nothing: what the session remembers stays as it is by then, since turns beside this one may write it. */
  readonly keeps?: true;
  /** What the answered message says; when it says something else by then, a ConflictError. */
  readonly words?: string;
  /** Each entry's `after` is written; its `before.version` must still be the stored one. */
  readonly changes: readonly Change[];
  readonly undone: readonly string[];
  /** What was rewritten of the project's documents; `undone` names those it takes back. */
  readonly documents?: readonly DocumentChange[];
  /** A point that is there already must still have the version given. */
  readonly points: readonly Point[];
  readonly stale?: StaleWrite;
  readonly project?: Project;
  readonly new_project?: Project;
  readonly sessions: readonly Session[];
  readonly reply: ChatMessage;
  readonly updated_messages: readonly ChatMessage[];
  readonly choices: readonly Choice[];
  /** A choice that is no longer open was pressed by somebody else first: a ConflictError. */
  readonly pressed?: {
    readonly choice_id: string;
    readonly by: string;
    readonly by_name?: string;
    /** A choice that was computed is stored by its press. */
    readonly computed?: Choice;
  };
  /** Choices of one message with their votes and states as they are now. The message must still have the version given. */
  readonly round?: {
    readonly message_id: string;
    readonly version: number;
    readonly choices: readonly Pick<Choice, "id" | "state" | "votes" | "needed">[];
  };
  readonly forms: readonly {
    readonly id: string;
    readonly session_id: string;
    readonly action: FormAction;
  }[];
  readonly operation?: Begun;
  /** A new version of the project's own workflow; the one that `project` names then. */
  readonly definition?: WorkflowVersion;
  readonly hooks?: HookWrite;
  readonly frames: readonly Frame[];
  /** The reply is told to whoever caused the turn, and neither stored as a message nor shown to others. */
  readonly private?: true;
  /** The reply is a form that whoever caused the turn has opened before them. It is stored, and stands in no post. */
  readonly opened?: true;
  /** Whether the platform must be sent the reply; the web page reads the feed instead. */
  readonly deliver: boolean;
  /** The event's id is free again: a button that was refused may be pressed anew, by somebody else or once the cause is gone. */
  readonly again?: boolean;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly hint?: string;
    readonly reference?: string;
  };
}

/** A finished turn as its caller is told (API: Turn). */
export interface TurnView {
  readonly turn_id: string;
  readonly session_id: string;
  readonly project_id: string;
  readonly message_id: string;
  /** The reply is for the caller alone. */
  readonly private?: true;
  /** The reply is a form to be opened before the caller: it stands in no post. */
  readonly opened?: true;
  readonly reply: {
    readonly message_id: string;
    readonly text: string;
    readonly blocks: ChatMessage["blocks"];
  };
  readonly changes: readonly Omit<Change, "before" | "after">[];
  readonly choices: readonly Omit<Choice, "action">[];
  readonly operation?: Operation;
  readonly error?: TurnRecord["error"];
}
