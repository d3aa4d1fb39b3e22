interface Limit {
  readonly count: number;
  readonly withinMs: number;
}

/** What a platform takes of edits. A strict server refuses the rest; this one also remembers that it had to. */
export class EditLedger {
  readonly violations: string[] = [];
  /** Shortest time seen between two edits of one message, in milliseconds. */
  shortestMs = Number.POSITIVE_INFINITY;
  edits = 0;
  readonly #rules: { readonly perMessageMs: number; readonly perChannel?: Limit; readonly inAll?: Limit };
  #made: { readonly at: number; readonly channel: string; readonly id: string }[] = [];

  constructor(rules: { perMessageMs: number; perChannel?: Limit; inAll?: Limit }) {
    this.#rules = rules;
  }

  /** Counts an edit that arrives now. Answers how many seconds to wait when it is too much. */
  refusal(channel: string, id: string): number | undefined {
    const { perMessageMs, perChannel, inAll } = this.#rules;
    const at = performance.now();
    const last = this.#made.findLast((edit) => edit.id === id);
    if (last) this.shortestMs = Math.min(this.shortestMs, at - last.at);
    const before = this.violations.length;
    if (last && at - last.at < perMessageMs) this.violations.push(`${id} after ${at - last.at} ms`);
    if (perChannel && this.#since(at - perChannel.withinMs, channel) >= perChannel.count)
      this.violations.push(`${channel}: more than ${perChannel.count}`);
    if (inAll && this.#since(at - inAll.withinMs) >= inAll.count)
      this.violations.push(`more than ${inAll.count} in all`);
    this.#made.push({ at, channel, id });
    this.edits += 1;
    return this.violations.length > before ? 1 : undefined;
  }

  #since(from: number, channel?: string): number {
    return this.#made.filter((edit) => edit.at > from && (channel === undefined || edit.channel === channel))
      .length;
  }
}
