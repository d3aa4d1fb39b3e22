import type { InboundEvent } from "../chat/inbound-event.ts";
import type { Place } from "../domain/session.ts";

/** How far a channel or thread has been heard: what came up to here is stored, or was nothing to Backlot. */
export interface Mark {
  /** The channel itself, or the thread in it. */
  readonly home: Place;
  /** The platform's own id of the newest message heard there. */
  readonly last: string;
  readonly at: Date;
}

/** A place where something was heard. Without `last` only that it was, from `at` on: how far could not be kept in time. */
export type KnownPlace = Pick<Mark, "home" | "at"> & Partial<Pick<Mark, "last">>;

export interface HeldEvents {
  readonly count: number;
  readonly first: Date;
  readonly last: Date;
  /** Names of those who spoke, or their ids, those who spoke first first. */
  readonly people: readonly string[];
}

/** What has to be known to catch up after a gap. */
export interface HearingStore {
  /** What was heard latest comes first. With the places of talks from `since` on that have no mark. */
  marks(platform: Place["platform"], since: Date, limit: number): Promise<readonly KnownPlace[]>;
  /** A mark never moves back. */
  keep(marks: readonly Mark[]): Promise<void>;
  /**
   * The platform's ids of what people said last that stands at a place itself: in a channel also the calls that opened
   * threads, and what is put aside. Without what is known to be deleted. Of the newest `limit` turns, threads and pieces.
   */
  standing(home: Place, limit: number): Promise<readonly string[]>;
  /** Puts events aside under a session, once by their ids; those that are known already are left out. */
  hold(sessionId: string, events: readonly InboundEvent[]): Promise<void>;
  held(sessionId: string): Promise<HeldEvents | undefined>;
  /** In the order they were put aside. */
  nextHeld(sessionId: string, limit: number): Promise<readonly InboundEvent[]>;
  /** Changes the words of a message that was put aside, or drops it. */
  amendHeld(eventId: string, text: string | null): Promise<void>;
  /** Forgets what was put aside: the events named, or all of the session. Answers how many. */
  release(sessionId: string, eventIds?: readonly string[]): Promise<number>;
}
