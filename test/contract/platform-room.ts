import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { vi } from "vitest";
import type { ChatMessage } from "../../src/chat/chat-message.ts";
import type { BoundCommand } from "../../src/chat/command.ts";
import type { Amendment, InboundEvent } from "../../src/chat/inbound-event.ts";
import type { ChoicesBlock } from "../../src/chat/reply.ts";
import type { TurnView } from "../../src/chat/turn-record.ts";
import { typedForm } from "../../src/chat/typed-form.ts";
import type { ChoiceCategory } from "../../src/domain/choice.ts";
import type { Place } from "../../src/domain/session.ts";
import type { Blobs } from "../../src/ports/blobs.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Logger } from "../../src/ports/logger.ts";
import type { Platform, Receiver } from "../../src/ports/platform.ts";

/** Someone in the room. What it is made of is the platform's own. */
interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** Something somebody said, to be edited, taken back or answered. */
interface Said {
  readonly id: string;
  readonly channel: string;
}

interface SeenMessage {
  readonly by: string;
  readonly text: string;
  readonly buttons: readonly string[];
  readonly disabled: readonly string[];
  readonly pictures: readonly { readonly alt: string; readonly bytes: Buffer }[];
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** What a press or a command did at once: how long until it was acknowledged, and what only this person was told. */
export interface Acknowledged {
  readonly ackMs: number;
  readonly told: readonly string[];
  /** The same as messages, as they are now, with what can be pressed in them. */
  alone?(): readonly Alone[];
  /** Whether "Backlot is thinking …" still stands before this person. */
  waits?(): boolean;
  /** The form that opened. */
  modal?(): Asked | undefined;
  /** What the form that was sent shows as wrong, by its fields: it is still open. */
  errors?(): Readonly<Record<string, string>>;
}

interface Alone {
  readonly text: string;
  readonly buttons: readonly string[];
  press(label: string): Promise<Acknowledged>;
}

interface Asked {
  readonly title: string;
  readonly labels: readonly string[];
  /** What stands in the fields already, by their names. */
  readonly values: Readonly<Record<string, string>>;
  submit(values: Readonly<Record<string, string>>): Promise<Acknowledged>;
}

/** A platform connected to a server that speaks its protocol, with people who use it. The suite sees nothing else. */
export interface Room {
  readonly platform: Platform;
  readonly recorder: Recorder;
  readonly mention: string;
  /** How people are called when they are meant to be woken; none of it may reach anyone. */
  readonly callsEveryone: readonly string[];
  channel(name?: string): string;
  direct(person: Somebody): string;
  person(name: string, kind?: "member" | "admin" | "bot"): Somebody;
  say(
    channel: string,
    who: Somebody,
    text: string,
    options?: { thread?: string; replyTo?: string },
  ): Promise<Said>;
  edit(said: Said, who: Somebody, text: string): Promise<void>;
  erase(said: Said): Promise<void>;
  /** A moderator deletes what Backlot posted. */
  takeDown(place: Place, platformId: string): Promise<void>;
  /** What people see in a channel or thread, oldest first. */
  seen(place: Place): readonly SeenMessage[];
  press(who: Somebody, place: Place, label: string): Promise<Acknowledged>;
  command(
    who: Somebody,
    channel: string,
    name: string,
    options: Record<string, string | number>,
  ): Promise<Acknowledged>;
  /** What Backlot has marked something said with, oldest first. */
  marks(said: Said): readonly string[];
  /** How often people were shown that Backlot works at a place. */
  shownWorking(place: Place): number;
  /** A moderator locks the thread of a place; on Discord it is archived, too. */
  lockThread(place: Place): void;
  /** The thread goes to sleep, or goes away, with its channel where that is asked for. */
  archive(place: Place): void;
  removeThread(place: Place): void;
  removeChannel(place: Place): void;
  /** What Backlot has told a person where others do not see it. */
  toldAlone(person: Somebody): readonly string[];
  /** Everyone who was pinged by Backlot so far. */
  pings(): readonly string[];
  /** The next message sent is refused until this many seconds have passed. */
  limitNextSend(seconds: number): void;
  /** The answer to the next message sent comes so many milliseconds late. */
  slowNextSend(ms: number): void;
  /** Keeps the bytes of a picture where replies name them. */
  keep(fileId: string, bytes: Uint8Array): Promise<void>;
  /** The next message is posted, and nobody hears that it was. */
  loseNextAnswer(): void;
  /** The next picture does not arrive. */
  failNextUpload(): void;
  /** The next file is shown, and nobody hears that it was. */
  loseNextFile(): void;
  /** A channel where Backlot may write, and attach nothing. */
  withoutFiles(): string;
  /** What people do from now on cannot be answered by its own address: so much time has passed. */
  outliveAnswers(): void;
  /** Loses the live connection as a network does. */
  dropConnection(): Promise<void>;
  close(): Promise<void>;
}

/** A receiver that keeps what it is given, once by its id, and can be made slow or broken. */
export class Recorder implements Receiver {
  readonly events: InboundEvent[] = [];
  readonly amendments: Amendment[] = [];
  readonly open: Place[] = [];
  readonly messages = new Map<string, ChatMessage>();
  /** Called before an event is stored. */
  before: (event: InboundEvent) => Promise<void> = async () => undefined;
  /** What an event's turn came to. */
  answer: (event: InboundEvent) => TurnView | undefined = () => undefined;

  async receive(event: InboundEvent) {
    const link = { session_id: "ses_1", turn_id: "trn_1" };
    if (this.events.some(({ id }) => id === event.id)) return { ...link, duplicate: true };
    await this.before(event);
    this.events.push(event);
    return { ...link, duplicate: false };
  }

  async amend(amendment: Amendment) {
    this.amendments.push(amendment);
  }

  async finished(eventId: string) {
    const event = this.events.find(({ id }) => id === eventId);
    return event && this.answer(event);
  }

  async knows(place: Place) {
    return this.open.some((known) => JSON.stringify(known) === JSON.stringify(place));
  }

  async message(id: string) {
    return this.messages.get(id);
  }

  async typed(eventId: string, personId: string) {
    const find = async (id: string) => this.events.find((event) => event.id === id);
    const sent = await find(eventId);
    return sent?.type === "form" && sent.person.id === personId ? typedForm(sent, find) : undefined;
  }
}

export const realClock: Clock = {
  now: () => new Date(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** Keeps what is logged, so that a test can ask for it. */
export function quietLogger(lines: { level: string; message: string; data: object }[] = []): Logger {
  const at = (level: string) => (data: object, message: string) => void lines.push({ level, message, data });
  const logger: Logger = {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    child: () => logger,
  };
  return logger;
}

/** Blobs that are gone with the test. */
export function keptInMemory(): Blobs {
  const kept = new Map<string, Buffer>();
  return {
    provider: "memory",
    put: async (key, content) => {
      kept.set(key, content instanceof Uint8Array ? Buffer.from(content) : await buffer(content));
      return kept.get(key)?.length ?? 0;
    },
    open: async (key) => {
      const bytes = kept.get(key);
      return bytes && Readable.from([bytes]);
    },
    remove: async (key) => void kept.delete(key),
    ping: async () => undefined,
  };
}

let count = 0;

/** A reply as the product makes one, with an id of its own. */
export function reply(text: string, blocks: ChatMessage["blocks"] = [{ type: "text", text }]): ChatMessage {
  count += 1;
  return {
    id: `msg_${String(count).padStart(26, "0")}_1`,
    session_id: "ses_1",
    turn_id: "trn_1",
    role: "backlot",
    user_id: "backlot",
    text,
    blocks,
    version: 1,
    at: new Date().toISOString(),
  };
}

export function choice(id: string, label: string, more: Partial<ChoicesBlock["choices"][number]> = {}) {
  return {
    id,
    label,
    description: "",
    category: "alternative" as ChoiceCategory,
    session_id: "ses_1",
    turn_id: "trn_1",
    state: "open" as const,
    ...more,
  };
}

export function fakeCommand(
  from: Pick<BoundCommand, "name" | "options" | "rest" | "unseen" | "completes" | "opens">,
): BoundCommand {
  return {
    summary: `What /${from.name} does`,
    usage: `/${from.name}`,
    examples: [],
    permission: "writer",
    run: async () => ({ blocks: [] }),
    ...from,
  };
}

/** Waits until a check holds: soon on an idle machine, some seconds on a busy one. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 15_000, interval: 10 });
