import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import type { Session } from "../../domain/session.ts";
import type { Film } from "../../domain/workflow/film.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Bus } from "../../ports/bus.ts";
import type { Clock } from "../../ports/clock.ts";
import type { HookStore } from "../../ports/hook-store.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Logger } from "../../ports/logger.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { ProjectStore } from "../../ports/project-store.ts";
import type { Queue } from "../../ports/queue.ts";
import type { SessionStore } from "../../ports/session-store.ts";
import type { Webhook } from "../../ports/webhook.ts";

export interface OrchestrateParts {
  readonly hooks: HookStore;
  readonly projects: ProjectStore;
  readonly sessions: SessionStore;
  readonly messages: MessageStore;
  readonly bible: BibleStore;
  readonly queue: Queue;
  readonly webhook: Webhook;
  readonly blobs: Blobs;
  /** A session and the film it works on, as they are now. */
  readonly film: (sessionId: string) => Promise<(Film & { readonly session: Session }) | undefined>;
  /** Takes an event as if its person had sent it, and answers its finished turn; undefined when it outlasts the wait. */
  readonly ask: (event: InboundEvent) => Promise<TurnView | undefined>;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Platforms whose messages must be sent; the others read the feed. */
  readonly sends: (platform: string) => boolean;
  readonly kickDelivery: () => void;
}
