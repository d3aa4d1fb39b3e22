import { AppError } from "../../domain/errors.ts";
import type { Clock } from "../../ports/clock.ts";

/** One message a second a channel, and "short bursts" (https://docs.slack.dev/apis/web-api/rate-limits). */
const EVERY_MS = 1_000;
const BURST = 4;
/** Shorter waits are sat out here; longer ones go back to the sender, who may have something better to do. */
const LONGEST_WAIT_MS = 10_000;
const FORGET_OVER = 500;

export type Pace = (channel: string) => Promise<void>;

/** Resolves when Slack takes another message in a channel. Throws DeliveryFailure with how long that will be, where it is long. */
export function createPace(clock: Clock): Pace {
  /** By channel: when all of its burst is free again, in milliseconds. */
  const freeAt = new Map<string, number>();
  return async (channel) => {
    const now = clock.now().getTime();
    const full = Math.max(now, freeAt.get(channel) ?? now);
    const wait = full - now - (BURST - 1) * EVERY_MS;
    if (wait > LONGEST_WAIT_MS) {
      const failure = new AppError("rate_limited", "this channel of Slack is full", { retryable: true });
      throw Object.assign(failure, { retryAfterMs: wait - LONGEST_WAIT_MS / 2 });
    }
    freeAt.set(channel, full + EVERY_MS);
    if (freeAt.size > FORGET_OVER) for (const [key, at] of freeAt) if (at <= now) freeAt.delete(key);
    if (wait > 0) await new Promise<void>((resolve) => clock.after(wait, resolve));
  };
}
