import type { RowSource } from "../../domain/import/rows-found.ts";
import type { Operation } from "../../domain/operation.ts";
import type { Project } from "../../domain/project.ts";
import type { WorkflowDefinition } from "../../domain/workflow/definition.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Bus } from "../../ports/bus.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Logger } from "../../ports/logger.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { Model } from "../../ports/model.ts";
import type { OperationStore } from "../../ports/operation-store.ts";
import type { EditLimits } from "../../ports/platform.ts";
import type { ProjectStore } from "../../ports/project-store.ts";
import type { Queue } from "../../ports/queue.ts";
import type { SessionStore } from "../../ports/session-store.ts";
import type { Prices } from "./estimate.ts";
import type { Pace } from "./pace.ts";

export interface BulkParts {
  readonly operations: OperationStore;
  readonly bible: BibleStore;
  readonly projects: ProjectStore;
  readonly sessions: SessionStore;
  readonly messages: MessageStore;
  readonly queue: Queue;
  readonly blobs: Blobs;
  readonly model: Model;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Shortest time between two edits of one message on this platform, in milliseconds. */
  readonly editEveryMs: (platform: string) => number;
  /** What a platform takes of edits beside that. */
  readonly edits?: (platform: string) => EditLimits | undefined;
  /** Platforms whose messages must be sent; the others read the feed. */
  readonly sends: (platform: string) => boolean;
  /** An operation has ended: called before its end counts as shown, and again when a process dies in between. */
  readonly onEnded?: (operation: Operation) => Promise<void>;
  /** The workflow that a project follows, whose done steps may be out of date with what is made. */
  readonly workflowOf?: (project: Project) => WorkflowDefinition | Promise<WorkflowDefinition>;
  /** What items took lately. */
  readonly pace?: Pick<Pace, "used" | "of">;
  /** What the model's tokens cost, where somebody said so. */
  readonly prices?: Prices;
  /** Reads rows that somebody hands over with a command. */
  readonly rowsIn?: RowSource;
  /** Says that a message has a new version to deliver. */
  readonly kickDelivery: () => void;
}
