const COUNT = 3;
const WITHIN_MS = 20_000;

/** How often messages older than an hour were edited in a channel. */
export class OldEdits {
  readonly #made = new Map<string, number[]>();

  /** Counts an edit that arrives now. Answers how many seconds to wait when it is too much. */
  refusal(channel: string): number | undefined {
    const now = performance.now();
    const recent = (this.#made.get(channel) ?? []).filter((at) => at > now - WITHIN_MS);
    this.#made.set(channel, recent);
    if (recent.length >= COUNT) return WITHIN_MS / 1_000;
    recent.push(now);
    return undefined;
  }
}
