import type { Place } from "../../domain/session.ts";
import { Quota } from "../../lib/quota.ts";
import type { Platform } from "../../ports/platform.ts";
import type { Outlook } from "./deliver-row.ts";
import { Growing } from "./growing.ts";
import type { DelivererParts } from "./parts.ts";
import type { Writing } from "./writing.ts";

/** What is answered sooner is posted whole. */
const FIRST_MS = 800;
/** What a process that died left half written is taken away once nobody can be at work on it. */
const ABANDONED_MS = 10 * 60_000;
const MAX_SWEPT = 100;
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
  #callOffSweep: (() => void) | undefined;
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
    await this.#parts.drafts.forget(messageId);
  }

  /** The reply will not come: takes away what was shown of it. */
  async drop(messageId: string): Promise<void> {
    const growing = this.#growing.get(messageId);
    if (!growing) return;
    const id = await growing.close();
    this.#growing.delete(messageId);
    if (id !== undefined) await this.#takeAway(growing.platform, growing.place, messageId, id);
  }

  /** Looks once, some time from now, for what nobody will finish. */
  sweepLater(): void {
    this.#callOffSweep ??= this.#parts.clock.after(ABANDONED_MS, () => {
      this.#sweep().catch((error: unknown) =>
        this.#parts.logger.warn({ err: error }, "half-written replies could not be looked for"),
      );
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#callOffSweep?.();
    await Promise.all([...this.#growing.values()].map((growing) => growing.close()));
  }

  async #sweep(): Promise<void> {
    const before = new Date(this.#parts.clock.now().getTime() - ABANDONED_MS);
    for (const draft of await this.#parts.drafts.abandoned(before, MAX_SWEPT)) {
      if (this.#growing.has(draft.message_id)) continue;
      const session = await this.#parts.sessions.get(draft.session_id);
      const platform = session && this.#parts.platform(session.place.platform);
      if (platform) await this.#takeAway(platform, session.place, draft.message_id, draft.platform_id);
    }
  }

  async #takeAway(
    platform: Platform,
    place: Place,
    messageId: string,
    id: string | undefined,
  ): Promise<void> {
    try {
      if (id !== undefined) await platform.remove?.(place, id);
      await this.#parts.drafts.forget(messageId);
    } catch (error) {
      this.#parts.logger.warn(
        { err: error, message_id: messageId },
        "a half-written reply was not taken away",
      );
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
