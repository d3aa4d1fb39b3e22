import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Awaited } from "./outcome-store.ts";

/**
 * What a press, a command or a form came to, where that concerns one person: it is told to them also when the process
 * that heard it is gone before. Nothing of it throws.
 */
export interface Outcomes {
  /** Somebody waits for what the event comes to. `address` is all that the platform needs to tell them. */
  keep(event: InboundEvent, address: unknown): void;
  /** Resolves once it is kept, or cannot be: before that the event is not stored. Undefined where nobody waits. */
  keeping(eventId: string): Promise<unknown> | undefined;
  /**
   * Tells it by `work`, unless somebody else tells it: should they die meanwhile, it is told all the same. Throws what
   * `work` throws; a later life tries again.
   */
  tell(eventId: string, work: () => Promise<void>): Promise<void>;
  /** Nothing is to be told. */
  ended(eventId: string): void;
  /** Those whom an earlier life, or another process, has not told yet. */
  kept(platform: "discord" | "slack"): Promise<readonly Awaited[]>;
}
