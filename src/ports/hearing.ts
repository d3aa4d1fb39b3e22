import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Place } from "../domain/session.ts";
import type { KnownPlace, Mark } from "./hearing-store.ts";

/** What was said in a channel or thread while nobody listened, and is not answered one by one any more. */
export interface Missed {
  /** The channel, or the thread, where people are told of it. */
  readonly home: Place;
  /** Oldest first. */
  readonly events: readonly InboundEvent[];
  /** There was more than could be read back. */
  readonly more: boolean;
}

/** How a platform catches up after a gap. */
export interface Hearing {
  /** How far its channels were heard when it last listened; what was heard latest comes first. */
  marks(platform: Place["platform"]): Promise<readonly KnownPlace[]>;
  keep(marks: readonly Mark[]): Promise<void>;
  /**
   * Reads a place back while no other process does; not at all where another one did, which began after `since`: from then
   * on what is said there is heard here.
   */
  alone?(place: Place, since: Date, read: () => Promise<void>): Promise<void>;
  /** The platform's ids of what people said last that stands at a place itself, as far as it is not known to be deleted. */
  standing?(home: Place): Promise<readonly string[]>;
  /** Puts the events aside, tells of them in one line, and offers to read them after all. Safe to repeat. */
  missed(missed: Missed): Promise<void>;
  /** Says something where an event happened, once for each key, in this life or an earlier one. */
  notice(event: InboundEvent, key: string, text: string): Promise<void>;
}
