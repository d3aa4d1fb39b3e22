import type { BoundCommand } from "../../chat/command.ts";
import type { Project } from "../../domain/project.ts";
import type { WorkflowDefinition } from "../../domain/workflow/definition.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Bus } from "../../ports/bus.ts";
import type { ChoiceStore } from "../../ports/choice-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Inbox } from "../../ports/inbox.ts";
import type { Logger } from "../../ports/logger.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { OperationStore } from "../../ports/operation-store.ts";
import type { PointStore } from "../../ports/point-store.ts";
import type { ProjectStore } from "../../ports/project-store.ts";
import type { SessionStore } from "../../ports/session-store.ts";
import type { StaleStore } from "../../ports/stale-store.ts";
import type { HealthReport } from "./schemas/health.ts";

export interface WebConfig {
  readonly host: string;
  /** 0 takes a free port; `address()` tells which. */
  readonly port: number;
  readonly wsPort: number;
  /** The folder of the built page. It may be missing: then `/` says how to build it. */
  readonly pageDir: string;
  /** Required when `host` is no loopback address; signs the bearer tokens. */
  readonly authSecret?: string | undefined;
  readonly maxFileBytes: number;
  readonly maxFiles: number;
  /** Calls a minute and person, where callers carry tokens. */
  readonly callsPerMinute?: number | undefined;
}

interface WebStores {
  readonly projects: ProjectStore;
  readonly sessions: SessionStore;
  readonly messages: MessageStore;
  readonly bible: BibleStore;
  readonly operations: OperationStore;
  readonly inbox: Inbox;
  readonly choices: ChoiceStore;
  readonly stale: StaleStore;
  readonly points: PointStore;
}

export interface WebPlatformOptions {
  readonly config: WebConfig;
  readonly version: string;
  readonly stores: WebStores;
  readonly blobs: Blobs;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly commands: readonly BoundCommand[];
  /** How the ids of choices begin that are computed rather than stored, beside the workflow's. Only the turn can tell what they do. */
  readonly choicePrefixes: readonly string[];
  readonly health: () => Promise<HealthReport>;
  readonly workflowOf: (project: Project) => WorkflowDefinition | Promise<WorkflowDefinition>;
}
