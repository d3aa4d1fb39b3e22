import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Platform } from "../domain/workspace.ts";

/** Somebody who waits to be told alone what an event comes to. `address` is the platform's own, and a secret. */
export interface Awaited {
  readonly event: InboundEvent;
  readonly address: unknown;
}

export interface OutcomeStore {
  /** Once for each event. */
  keep(
    eventId: string,
    kept: { readonly platform: Platform; readonly at: Date; readonly address: unknown },
  ): Promise<void>;
  /** Of several who would tell it one may, until then; after that another, should it still stand here. */
  take(eventId: string, now: Date, until: Date): Promise<"mine" | "held" | "gone">;
  drop(eventIds: readonly string[]): Promise<void>;
  /** Of events that are stored, the oldest first. What was kept before `since` is forgotten. */
  list(platform: Platform, since: Date, limit: number): Promise<readonly Awaited[]>;
}
