import type { ChatMessage } from "../../../../chat/chat-message.ts";
import type { PublicChange } from "../../../../chat/frame.ts";
import type { Block, ChoicesBlock } from "../../../../chat/reply.ts";
import type { Fact, FactValue } from "../../../../domain/bible/fact.ts";
import type { ProjectSchema } from "../../../../domain/bible/project-schema.ts";
import type { StaleMark } from "../../../../domain/bible/stale.ts";
import type { OperationItem, Operation as StoredOperation } from "../../../../domain/operation.ts";
import type { ProjectSettings } from "../../../../domain/project.ts";
import type { StepView } from "../../../../domain/workflow/step-view.ts";
import type { AnswerBody, PointAnswer } from "../../schemas/point.ts";
import type { VersionAnswer } from "../../schemas/version.ts";

/** The shapes of the web interface as the page reads them. Shapes the core knows are its own. */
export type Message = ChatMessage;
export type { Block };
export type BlockOf<T extends Block["type"]> = Extract<Block, { type: T }>;
export type OfferedChoice = ChoicesBlock["choices"][number];
/** A choice as a button shows it: offered in a reply, or computed beside the talk, where it has no state yet. */
export type ShownChoice = Omit<OfferedChoice, "state" | "session_id" | "turn_id"> & {
  readonly state?: OfferedChoice["state"];
};
export type Change = PublicChange;
export type { Fact, FactValue, StaleMark };
export type Version = VersionAnswer;
/** What waits for an answer. */
export type Point = PointAnswer;
export type PointOf<T extends Point["asks"]["type"]> = Point & { readonly asks: { readonly type: T } };
export type Answer = Pick<AnswerBody, "accept" | "decline" | "value">;
/** What a project's bible holds beyond the trade's own kinds and fields. */
export type Schema = ProjectSchema;
export type Settings = ProjectSettings;
export type Operation = StoredOperation & { readonly items?: readonly OperationItem[] };

export interface SessionSummary {
  readonly id: string;
  readonly project_id: string;
  readonly project_title: string;
  readonly title: string;
  readonly status: string;
  readonly created_at: string;
  readonly last_message_at?: string | undefined;
}

export interface ProjectSummary {
  readonly id: string;
  readonly title: string;
  readonly logline?: string | undefined;
  readonly workflow: string;
  readonly settings?: Settings | undefined;
  readonly schema?: Schema | undefined;
  readonly counts?: Readonly<Record<string, number>> | undefined;
}

export interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, FactValue>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly status: string;
  /** Who locked it, and when. */
  readonly locked?:
    | { readonly by: string; readonly name?: string | undefined; readonly at: string }
    | undefined;
  readonly version: number;
}

export type WorkflowStep = StepView;

export interface Workflow {
  readonly workflow: string;
  readonly title: string;
  readonly version?: number | undefined;
  readonly current: string | null;
  readonly steps: readonly WorkflowStep[];
  readonly next: readonly ShownChoice[];
  readonly percent: number;
}

export interface SessionPage {
  readonly session: Omit<SessionSummary, "project_title">;
  readonly project: ProjectSummary;
  readonly messages: readonly Message[];
  /** The last frame these messages hold. */
  readonly seq?: number;
}

export interface Turn {
  readonly turn_id: string;
  readonly session_id?: string;
  readonly project_id?: string;
  readonly message_id?: string;
  /** "running" when the turn outlasts the request; it then ends over the WebSocket. */
  readonly status?: string;
  readonly reply?: { readonly message_id: string; readonly text: string; readonly blocks: readonly Block[] };
  readonly changes?: readonly Change[];
}

export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly type: string;
  readonly choices?: readonly string[];
  /** The server knows how it may go on while it is typed. */
  readonly completed?: boolean;
  /** Given by buttons and forms alone. */
  readonly hidden?: boolean;
}

/** An option of a command as far as it is typed, and the others that are filled in. */
export interface Typing {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly given: Readonly<Record<string, string>>;
}

export interface Completion {
  readonly label: string;
  readonly value: string;
}

export interface CommandInfo {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly examples?: readonly string[];
  /** In the order they are typed; those after `rest` are given by name only. */
  readonly options: readonly CommandOption[];
  /** The option that takes all the words that are left. */
  readonly rest?: string;
}

export interface ErrorBody {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly reference?: string;
}

interface FrameBodies {
  hello: { readonly session_id: string };
  "message.created": { readonly message: Message };
  "message.updated": { readonly message: Message };
  change: { readonly change: Change };
  "operation.progress": { readonly operation: Operation };
  presence: { readonly users: readonly string[] };
  typing: { readonly user_id: string; readonly name?: string };
  error: { readonly error: ErrorBody };
}

/** What the WebSocket sends. Frames of the session's record carry a growing `seq`. */
export type Frame = {
  [T in keyof FrameBodies]: { readonly type: T; readonly seq?: number } & FrameBodies[T];
}[keyof FrameBodies];
