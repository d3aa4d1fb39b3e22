import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Session } from "../../domain/session.ts";
import type { Bus } from "../../ports/bus.ts";
import type { Clock } from "../../ports/clock.ts";
import type { HearingStore } from "../../ports/hearing-store.ts";
import type { Leases } from "../../ports/leases.ts";
import type { Logger } from "../../ports/logger.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { OutcomeStore } from "../../ports/outcome-store.ts";
import type { Receiver } from "../../ports/platform.ts";

export interface HearParts {
  readonly hearing: HearingStore;
  readonly messages: Pick<MessageStore, "post">;
  readonly bus: Bus;
  readonly leases: Leases;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly outcomes: OutcomeStore;
  readonly sessionAt: (event: InboundEvent) => Promise<Pick<Session, "id">>;
  readonly receiver: () => Pick<Receiver, "receive">;
  readonly sends: (platform: string) => boolean;
  readonly kickDelivery: () => void;
}
