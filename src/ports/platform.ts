import type { Readable } from "node:stream";
import type { ChatMessage } from "../chat/chat-message.ts";
import type { Asked, Suggestion } from "../chat/completion.ts";
import type { Amendment, FileSource, InboundEvent } from "../chat/inbound-event.ts";
import type { TurnView } from "../chat/turn-record.ts";
import type { Place } from "../domain/session.ts";
import type { Hearing } from "./hearing.ts";
import type { Outcomes } from "./outcomes.ts";

/** What a platform hands to the product. */
export interface Receiver {
  /** Stores the event and answers once it is safe; thinking happens later. */
  receive(event: InboundEvent): Promise<{ session_id: string; turn_id: string; duplicate: boolean }>;
  amend(amendment: Amendment): Promise<void>;
  /** The finished turn of an event, or undefined when it outlasts `timeoutMs`. */
  finished(eventId: string, timeoutMs: number): Promise<TurnView | undefined>;
  /** Whether a conversation is open at exactly this place: then its people need not call Backlot by name. */
  knows?(place: Place): Promise<boolean>;
  /** What may go on from what a person types in a command's option; nothing when nothing is known. Stores nothing. */
  complete?(asked: Asked): Promise<readonly Suggestion[]>;
  /** A message by Backlot's own id, for platforms that open a form's fields at a press. */
  message?(messageId: string): Promise<ChatMessage | undefined>;
  /** What a person typed into a form up to one of its events, for platforms that show a form again, or its next page. */
  typed?(eventId: string, personId: string): Promise<Readonly<Record<string, string>> | undefined>;
  /** Where it is kept how far a platform has been heard. Without it nothing is caught up on. */
  readonly hearing?: Hearing;
  /** Where it is kept who waits to be told something alone. Without it that ends with the process. */
  readonly outcomes?: Outcomes;
}

/** Waits the platform asks for travel with the error. */
export interface DeliveryFailure extends Error {
  readonly retryAfterMs?: number;
  /** True when trying again cannot help (channel gone, no permission). */
  readonly final?: boolean;
  /** True when the post to edit is not there any more: somebody deleted it. */
  readonly gone?: boolean;
  /** True when Backlot is shut out of a place that is there, and may be let in again. */
  readonly closed?: boolean;
  /** What to tell the person who waits for it, where nothing can be posted: what is wrong, and what to do. */
  readonly advice?: string;
}

/** At most so many within any `withinMs` milliseconds. */
export interface Allowance {
  readonly count: number;
  readonly withinMs: number;
}

/** How many edits a platform takes. What it does not limit is left out. */
export interface EditLimits {
  readonly perChannel?: Allowance;
  readonly inAll?: Allowance;
  /** The channel that an edit of this post counts for. */
  channelOf(place: Place, platformId: string): string;
}

/** How a platform shows a text that grows, by means of its own. */
export interface Streaming {
  /** How many may be begun in a workspace, and how often all of them together may grow. */
  readonly begins: Allowance;
  readonly grows: Allowance;
  /** Shortest time between two additions to one text, in milliseconds. */
  readonly everyMs: number;
  /** Begins to show a text, and answers the id its message has; undefined where it cannot be shown so. Throws DeliveryFailure. */
  begin(place: Place, personId: string, text: string): Promise<string | undefined>;
  /** Adds to the text. Throws DeliveryFailure; `edit` always works afterwards, and ends the stream. */
  grow(place: Place, platformId: string, more: string): Promise<void>;
  /** The text that was begun since then and is not kept as any message's: its process died with its id. */
  find(place: Place, since: Date): Promise<string | undefined>;
}

/** A file that somebody posted with a message. */
export interface PostedFileRef {
  readonly place: Place;
  /** The platform's id of the message. */
  readonly message_id: string;
  readonly name: string;
  readonly source: FileSource;
}

/** What became of what a person said: it waits behind others, is worked on, is saved to the bible, or failed. */
export type Mark = "waits" | "taken" | "saved" | "failed";

/** How a platform marks what people say. */
export interface Marking {
  /** How many marks may be set and taken away in a workspace; missing where the platform tells it with its answers. */
  readonly sets?: Allowance;
  readonly unsets?: Allowance;
  /** Throws DeliveryFailure: a final one where nothing may be marked, `gone` where the message is not there. */
  set(place: Place, messageId: string, mark: Mark): Promise<void>;
  unset(place: Place, messageId: string, mark: Mark): Promise<void>;
}

export interface Platform {
  readonly name: "web" | "discord" | "slack";
  /** Where people bring Backlot into a workspace of theirs; undefined before it is known. */
  invitation?(): string | undefined;
  /** "feed": its people read the stored feed, nothing is sent. "send": every reply goes through send and edit. */
  readonly delivery: "feed" | "send";
  start(receiver: Receiver): Promise<void>;
  /**
   * Posts a message and answers the platform's id for it. The message id is the deduplication key; with `instead`, the id
   * of posts that are gone, it is posted once in their place. Throws DeliveryFailure.
   */
  send(place: Place, message: ChatMessage, instead?: string): Promise<string>;
  /** Shows the newest state, and answers the id the message has from now on: a longer text may take another post. */
  edit(place: Place, platformId: string, message: ChatMessage): Promise<string>;
  /** Takes a message away. What is gone already is no failure. Throws DeliveryFailure. */
  remove?(place: Place, platformId: string): Promise<void>;
  /** Missing: a text that grows is shown by edits. */
  readonly streaming?: Streaming;
  /** Names the thread of a place as its session is called. Throws DeliveryFailure; missing where threads have no names. */
  nameThread?(place: Place, title: string): Promise<void>;
  /** The roles or user groups of a place's workspace, which `Person.groups` names. Never throws. */
  groups?(place: Place): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Opens a thread in a channel under a title, and answers its place. Throws DeliveryFailure. */
  openThread?(channel: Place, title: string): Promise<Place>;
  /**
   * Says a line to a person where the place they asked in takes none: near it, or to them alone. Answers false where it
   * cannot be said. Throws DeliveryFailure.
   */
  tell?(place: Place, personId: string, line: string): Promise<boolean>;
  /** What people call the channel of a place; undefined when it has no name or cannot be asked. Never throws. */
  channelName?(place: Place): Promise<string | undefined>;
  /** Shows that work goes on. Never throws. */
  typing(place: Place): void;
  /** Shows that no more; it goes by itself where this is missing. Never throws. */
  typingEnds?(place: Place): void;
  /** After how long work is shown, and how often anew, in milliseconds; at once and every eight seconds where it is missing. */
  readonly typingShows?: { readonly afterMs: number; readonly everyMs: number };
  /** Missing: what people say cannot be marked. */
  readonly marking?: Marking;
  /** Shortest time between two edits of one message, in milliseconds. */
  readonly editEveryMs: number;
  readonly edits?: EditLimits;
  /**
   * Opens a posted file, at the platform's own addresses alone. Throws a UserError for what cannot be had, and another
   * error for what a later try may get.
   */
  openFile?(file: PostedFileRef, signal: AbortSignal): Promise<Readable>;
  /** What a platform counts posts of together, where that is not each thread by itself. */
  queueOf?(place: Place): string;
  check(): Promise<void>;
  stop(): Promise<void>;
}
