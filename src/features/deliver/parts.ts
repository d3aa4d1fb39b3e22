import type { Bus } from "../../ports/bus.ts";
import type { Clock } from "../../ports/clock.ts";
import type { DeliveryStore } from "../../ports/delivery-store.ts";
import type { DraftStore } from "../../ports/draft-store.ts";
import type { Logger } from "../../ports/logger.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { Platform } from "../../ports/platform.ts";
import type { SessionStore } from "../../ports/session-store.ts";

export interface DelivererParts {
  readonly deliveries: DeliveryStore;
  readonly drafts: DraftStore;
  readonly messages: MessageStore;
  readonly sessions: SessionStore;
  readonly platform: (name: string) => Platform | undefined;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger: Logger;
}
