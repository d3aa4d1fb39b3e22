import type { Place } from "../../domain/session.ts";
import { backoffMs } from "../../lib/backoff.ts";
import { Quota } from "../../lib/quota.ts";
import { retry } from "../../lib/retry.ts";
import type { DeliveryFailure, Platform } from "../../ports/platform.ts";
import type { Outlook } from "./deliver-row.ts";
import { Growing } from "./growing.ts";
import type { DelivererParts } from "./parts.ts";
import type { Writing } from "./writing.ts";

/** What is answered sooner is posted whole. */
const FIRST_MS = 800;
/** What a process that died left half written is taken away once nobody can be at work on it. */
const ABANDONED_MS = 10 * 60_000;
const MAX_SWEPT = 100;
/** Some seconds of a platform that is away; after these it is left to a sweep. */
const ATTEMPTS = 6;
/** Replies of which the last state was made lately: what is still written of them comes too late. */
const MAX_ENDED = 1_000;

/**
 * Shows replies while they are written, as their platforms can: by streaming, else by edits. The last state is not its
 * business: that is delivered like any reply, in place of the draft. Nothing here throws or is waited for by a turn.
 */
export class Drafts {
  readonly #parts: DelivererParts;
  readonly #outlook: Outlook;
  readonly #growing = new Map<string, Growing>();
  readonly #quotas = new Map<string, Quota>();
  readonly #ended = new Set<string>();
  /** Delivered, or not to be taken away, and still kept as drafts. */
  readonly #forgettable = new Set<string>();
  #callOffSweep: (() => void) | undefined;
  #swept = false;
  /** When something was last not taken away, in milliseconds: a sweep at that time finds only what is older. */
  #leftAt = Number.NEGATIVE_INFINITY;
  #stopped = false;

  constructor(parts: DelivererParts, outlook: Outlook) {
    this.#parts = parts;
    this.#outlook = outlook;
  }

  show(writing: Writing): void {
    const { place, message } = writing;
    if (this.#ended.has(message.id)) return;
    const known = this.#growing.get(message.id);
    known?.note(message);
    const platform = this.#parts.platform(place.platform);
    if (known || platform?.delivery !== "send" || this.#stopped) return;
    const growing = new Growing(this.#parts, this.#outlook, {
      ...writing,
      platform,
      allows: (what) => this.#begin(platform, place, what),
    });
    this.#growing.set(message.id, growing);
    growing.later(FIRST_MS);
  }

  /** Shows no more of a message, and answers where its draft is, once what is under way has ended. */
  async close(messageId: string): Promise<{ readonly id?: string; readonly mayBeThere: boolean }> {
    const growing = this.#growing.get(messageId);
    const id = await growing?.close();
    if (id !== undefined) return { id, mayBeThere: true };
    this.#growing.delete(messageId);
    return { mayBeThere: growing?.isBegun ?? false };
  }

  /** Whether its last state was taken up lately. */
  isSealed(messageId: string): boolean {
    return this.#ended.has(messageId);
  }

  /** Its last state is made: no more of it will be shown. */
  seal(messageId: string): void {
    this.#growing.get(messageId)?.seal();
    this.#ended.add(messageId);
    const [oldest] = this.#ended;
    if (this.#ended.size > MAX_ENDED && oldest !== undefined) this.#ended.delete(oldest);
  }

  /** The last state is delivered. */
  async delivered(messageId: string): Promise<void> {
    this.#growing.delete(messageId);
    this.#forgettable.add(messageId);
    await this.#forget();
  }

  /** The reply will not come: takes away what was shown of it, and shows no more, also of what is told late. */
  async drop(messageId: string): Promise<void> {
    this.seal(messageId);
    const growing = this.#growing.get(messageId);
    if (!growing) return;
    await this.#takeAway(growing.platform, growing.place, messageId, () => growing.locate());
    this.#growing.delete(messageId);
  }

  /** Looks once, some time from now, for what nobody will finish; again where that does not end it. */
  sweepLater(): void {
    if (!this.#swept) this.#sweepAgain();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#callOffSweep?.();
    await Promise.all([...this.#growing.values()].map((growing) => growing.close()));
  }

  #sweepAgain(): void {
    if (this.#stopped) return;
    this.#callOffSweep ??= this.#parts.clock.after(ABANDONED_MS, () => {
      this.#swept = true;
      this.#callOffSweep = undefined;
      this.#sweep()
        .catch((error: unknown) => {
          this.#parts.logger.warn({ err: error }, "half-written replies could not be looked for");
          return false;
        })
        .then((done) => {
          if (!done) this.#sweepAgain();
        });
    });
  }

  /** Answers whether nothing is left. */
  async #sweep(): Promise<boolean> {
    const { drafts, clock, sessions } = this.#parts;
    const before = new Date(clock.now().getTime() - ABANDONED_MS);
    const abandoned = await drafts.abandoned(before, MAX_SWEPT);
    const forgotten = await this.#forget();
    for (const { message_id, session_id, platform_id } of abandoned) {
      if (this.#growing.has(message_id) || this.#forgettable.has(message_id)) continue;
      const session = await sessions.get(session_id);
      const platform = session && this.#parts.platform(session.place.platform);
      const locate = async () => platform_id;
      if (platform) await this.#takeAway(platform, session.place, message_id, locate);
    }
    return forgotten && abandoned.length < MAX_SWEPT && this.#leftAt < before.getTime();
  }

  async #takeAway(
    platform: Platform,
    place: Place,
    messageId: string,
    locate: () => Promise<string | undefined>,
  ): Promise<void> {
    let waitMs: number | undefined;
    const takeAway = async () => {
      const id = await locate();
      if (id !== undefined) await platform.remove?.(place, id);
      await this.#parts.drafts.forget(messageId);
    };
    await retry(
      () =>
        takeAway().catch((error: DeliveryFailure) => {
          waitMs = error.retryAfterMs;
          throw error;
        }),
      {
        attempts: ATTEMPTS,
        pause: (attempt) =>
          new Promise((resolve) => this.#parts.clock.after(waitMs ?? backoffMs(attempt), resolve)),
        hopeless: (error) => this.#stopped || (error as DeliveryFailure).final === true,
      },
    ).catch((error: DeliveryFailure) => {
      const about = { err: error, message_id: messageId };
      this.#parts.logger.warn(about, "a half-written reply was not taken away");
      if (error.final) this.#forgettable.add(messageId);
      this.#leftAt = this.#parts.clock.now().getTime();
      this.#sweepAgain();
    });
  }

  /** What is delivered is no draft any more. Answers whether nothing is left to forget. */
  async #forget(): Promise<boolean> {
    try {
      for (const id of this.#forgettable) {
        await this.#parts.drafts.forget(id);
        this.#forgettable.delete(id);
      }
      return true;
    } catch (error) {
      this.#parts.logger.warn({ err: error }, "a draft that is delivered was not forgotten");
      this.#sweepAgain();
      return false;
    }
  }

  /** Takes a slot of what the platform allows a workspace of streaming; undefined when none is free. */
  #begin(
    { name, streaming }: Platform,
    { workspace }: Place,
    what: "begins" | "grows",
  ): ((now: number) => void) | undefined {
    const allowance = streaming?.[what];
    if (!allowance) return undefined;
    const key = `${name} ${workspace} ${what}`;
    const quota = this.#quotas.get(key) ?? new Quota(allowance);
    this.#quotas.set(key, quota);
    return quota.waitMs(this.#parts.clock.now().getTime()) > 0 ? undefined : quota.begin();
  }
}
