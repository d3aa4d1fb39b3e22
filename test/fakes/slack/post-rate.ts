/** One message a second a channel, with short bursts (https://docs.slack.dev/apis/web-api/rate-limits); how short is not said. */
const EVERY_MS = 1_000;
const BURST = 8;

/** What a channel takes of chat.postMessage. Remembers who posted more. */
export class PostRate {
  readonly violations: string[] = [];
  readonly #freeAt = new Map<string, number>();

  /** Counts a post that arrives now. Answers how many seconds to wait when it is too much. */
  refusal(channel: string): number | undefined {
    const now = performance.now();
    const full = Math.max(now, this.#freeAt.get(channel) ?? now);
    const wait = full - now - (BURST - 1) * EVERY_MS;
    if (wait > 0) {
      this.violations.push(channel);
      return Math.ceil(wait / 1_000);
    }
    this.#freeAt.set(channel, full + EVERY_MS);
    return undefined;
  }
}
