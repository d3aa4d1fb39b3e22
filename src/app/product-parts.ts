import type { BoundCommand } from "../chat/command.ts";
import type { ConverseParts } from "../features/converse/parts.ts";
import type { Bus } from "../ports/bus.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Leases } from "../ports/leases.ts";
import type { Logger } from "../ports/logger.ts";
import type { Pictures } from "../ports/pictures.ts";
import type { Platform, Receiver } from "../ports/platform.ts";
import type { Webhook } from "../ports/webhook.ts";
import type { Duty } from "./duty.ts";
import type { Models } from "./model.ts";
import type { Storage } from "./storage.ts";

export interface ProductParts {
  readonly storage: Storage;
  readonly bus: Bus;
  readonly leases: Leases;
  readonly models: Models;
  readonly pictures: Pictures;
  readonly webhook: Webhook;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** The most that is taken of a posted file. */
  readonly maxFileBytes?: number;
  readonly platform: (name: string) => Platform | undefined;
  /** Bulk jobs that one process runs at a time. Offline one is as fast as many; with a model the waiting overlaps. */
  readonly bulkConcurrency?: number;
  /** What this process does of it all; everything when left out. */
  readonly duty?: Duty;
  /** Other processes may be at work on the same stores and the same queue. */
  readonly shared?: boolean;
  /** Another way to find a project's workflow than the product's own. */
  readonly workflowOf?: ConverseParts["workflowOf"];
}

export interface Product {
  readonly receiver: Receiver;
  readonly commands: readonly BoundCommand[];
  /** The workflow a project follows: a shipped one or its own. */
  readonly workflowOf: ConverseParts["workflowOf"];
  /** Starts the worker. */
  start(): Promise<void>;
  /** Takes up what the last process left undone. */
  recover(): Promise<void>;
  stop(): Promise<void>;
}
