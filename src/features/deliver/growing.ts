import type { ChatMessage } from "../../chat/chat-message.ts";
import type { DeliveryFailure, Platform } from "../../ports/platform.ts";
import type { Outlook } from "./deliver-row.ts";
import type { DelivererParts } from "./parts.ts";
import type { Writing } from "./writing.ts";

/** Longer texts may take another post, which a stream cannot. */
const MAX_STREAMED = 8_000;
/** Nobody reads faster, whatever the platform takes. */
const SHORTEST_MS = 1_200;
const TROUBLED_MS = 5_000;

interface Means extends Writing {
  readonly platform: Platform;
  /** Takes a slot of the platform's streaming; undefined when none is free. */
  readonly allows: (what: "begins" | "grows") => ((now: number) => void) | undefined;
}

/** One reply that is shown while it is written. */
export class Growing {
  readonly #parts: DelivererParts;
  readonly #outlook: Outlook;
  readonly #means: Means;
  #message: ChatMessage;
  #id: string | undefined;
  /** The text that people see. */
  #shown = "";
  /** "unseen": shown no more, or not at all; the last state is posted all the same. */
  #way: "stream" | "edits" | "unseen" = "edits";
  #begun: Date | undefined;
  #asked = false;
  /** It may have been posted, and the answer was lost. */
  #uncertain = false;
  #busy: Promise<void> | undefined;
  #callOff: (() => void) | undefined;
  #nextAt = 0;
  #sealed = false;

  constructor(parts: DelivererParts, outlook: Outlook, means: Means) {
    this.#parts = parts;
    this.#outlook = outlook;
    this.#means = means;
    this.#message = means.message;
  }

  get platform(): Platform {
    return this.#means.platform;
  }

  get place(): Writing["place"] {
    return this.#means.place;
  }

  /** It may be kept as a draft, and a post of it may have been asked for. */
  get isBegun(): boolean {
    return this.#asked;
  }

  note(message: ChatMessage): void {
    this.#message = message;
    if (!this.#busy && !this.#callOff) this.later(this.#nextAt - this.#now());
  }

  later(ms: number): void {
    if (this.#sealed || this.#way === "unseen") return;
    this.#callOff = this.#parts.clock.after(Math.max(0, ms), () => {
      this.#callOff = undefined;
      this.#busy = this.#step().finally(() => {
        this.#busy = undefined;
        if (this.#message.text !== this.#shown) this.later(this.#nextAt - this.#now());
      });
    });
  }

  seal(): void {
    this.#sealed = true;
    this.#callOff?.();
    this.#callOff = undefined;
  }

  async close(): Promise<string | undefined> {
    this.seal();
    await this.#busy;
    return this.#id;
  }

  /** Shows no more of it, and answers where it is, also where nobody was told; undefined where it is not. */
  async locate(): Promise<string | undefined> {
    const id = await this.close();
    if (id !== undefined || !this.#begun || !this.#uncertain) return id;
    const found = await this.platform.streaming?.find(this.place, this.#begun);
    this.#id = found ?? (await this.platform.send(this.place, this.#drawn(this.#message.text)));
    await this.#parts.drafts.posted(this.#message.id, this.#id);
    return this.#id;
  }

  #now(): number {
    return this.#parts.clock.now().getTime();
  }

  async #step(): Promise<void> {
    const { text } = this.#message;
    try {
      if (this.#id === undefined) await this.#open(text);
      else if (this.#way === "stream") await this.#stream(this.#id, text);
      else await this.#edit(this.#id, text);
    } catch (error) {
      this.#troubled(error as DeliveryFailure);
    }
  }

  async #open(text: string): Promise<void> {
    const { place, platform, message } = this.#means;
    const { drafts, clock } = this.#parts;
    this.#asked = true;
    const before = await drafts.begin(message.id, message.session_id, clock.now());
    if (before === "later") {
      this.#asked = false;
      this.#nextAt = this.#now() + SHORTEST_MS;
      return;
    }
    this.#begun = before?.begun ?? clock.now();
    this.#id = before?.platform_id;
    this.#uncertain = before !== undefined;
    // It is there already: what the process that died showed of it is edited.
    if (this.#id !== undefined) return;
    this.#id = before ? await platform.streaming?.find(place, before.begun) : await this.#beginStream(text);
    if (this.#id === undefined) {
      this.#id = await platform.send(place, this.#drawn(text));
      this.#nextAt = this.#now() + Math.max(SHORTEST_MS, platform.editEveryMs);
    }
    await drafts.posted(message.id, this.#id);
    this.#shown = text;
  }

  async #beginStream(text: string): Promise<string | undefined> {
    const { streaming } = this.platform;
    const streams = !this.#means.standsIn && text.length <= MAX_STREAMED;
    const end = streams && streaming && this.#means.allows("begins");
    if (!end) return undefined;
    try {
      const id = await streaming.begin(this.place, this.#means.person_id, text);
      if (id !== undefined) this.#way = "stream";
      this.#nextAt = this.#now() + streaming.everyMs;
      return id;
    } catch (error) {
      const { final, retryAfterMs } = error as DeliveryFailure;
      // Otherwise it may have begun, and the text would be seen twice.
      if (final !== true && retryAfterMs === undefined) throw error;
      return undefined;
    } finally {
      end(this.#now());
    }
  }

  async #stream(id: string, text: string): Promise<void> {
    const { streaming } = this.platform;
    const goesOn = text.startsWith(this.#shown) && text.length <= MAX_STREAMED;
    if (!streaming || !goesOn) {
      this.#way = "edits";
      return this.#edit(id, text);
    }
    const end = this.#means.allows("grows");
    this.#nextAt = this.#now() + streaming.everyMs;
    if (!end) return;
    try {
      await streaming.grow(this.place, id, text.slice(this.#shown.length));
      this.#shown = text;
    } catch (error) {
      const { retryAfterMs } = error as DeliveryFailure;
      // How much of it arrived is not known; an edit shows all of it.
      if (retryAfterMs === undefined) this.#way = "edits";
      this.#nextAt = this.#now() + (retryAfterMs ?? 0);
    } finally {
      end(this.#now());
    }
  }

  async #edit(id: string, text: string): Promise<void> {
    const { place, platform, message } = this.#means;
    const channel = platform.edits?.channelOf(place, id) ?? place.thread ?? place.channel;
    const edit = { platform, message_id: message.id, channel, urgent: false };
    const wait = this.#outlook.gate.waitMs(edit, this.#now());
    this.#nextAt = this.#now() + wait;
    if (wait > 0) return;
    const end = this.#outlook.gate.begin(edit);
    try {
      this.#id = await platform.edit(place, id, this.#drawn(text));
      this.#shown = text;
      if (this.#id !== id) await this.#parts.drafts.posted(message.id, this.#id);
    } catch (error) {
      const { retryAfterMs } = error as DeliveryFailure;
      if (retryAfterMs === undefined) throw error;
      this.#outlook.gate.refused(edit, this.#now() + retryAfterMs);
    } finally {
      end(this.#now());
    }
  }

  #troubled(failure: DeliveryFailure): void {
    this.#nextAt = this.#now() + (failure.retryAfterMs ?? TROUBLED_MS);
    if (!failure.final && failure.retryAfterMs === undefined) this.#uncertain = true;
    // Where nothing is there yet, the reply had better come whole.
    if (failure.final || this.#id === undefined) this.#way = "unseen";
    this.#parts.logger.debug(
      { err: failure, message_id: this.#message.id },
      "a reply is not shown as it grows",
    );
  }

  /** As old as its first words, so that a platform looks for those. */
  #drawn(text: string): ChatMessage {
    const at = this.#begun?.toISOString() ?? this.#message.at;
    const buttons = this.#message.blocks.filter(({ type }) => type === "choices");
    const shown = this.#means.standsIn && text === this.#means.message.text ? text : `${text} …`;
    return { ...this.#message, text, at, blocks: [{ type: "text", text: shown }, ...buttons] };
  }
}
