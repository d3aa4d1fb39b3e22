/**
 * At most `count` uses within any `withinMs` milliseconds, wherever within a use the other side counts it: a slot is
 * taken from a use's beginning until `withinMs` after its end.
 */
export class Quota {
  readonly #count: number;
  readonly #withinMs: number;
  /** When each slot in use is free again; Infinity while its use goes on. */
  #busy: { until: number }[] = [];

  constructor({ count, withinMs }: { readonly count: number; readonly withinMs: number }) {
    this.#count = count;
    this.#withinMs = withinMs;
  }

  /** Milliseconds until a slot is free with `spare` others left free; 0 when one is now, Infinity while that cannot be known. */
  waitMs(now: number, spare = 0): number {
    this.#busy = this.#busy.filter(({ until }) => until > now);
    const toFree = this.#busy.length - Math.max(1, this.#count - spare) + 1;
    if (toFree <= 0) return 0;
    const ends = this.#busy.map(({ until }) => until).sort((a, b) => a - b);
    return (ends[toFree - 1] ?? now) - now;
  }

  /** Takes a slot. The use has ended when what this answers is called. */
  begin(): (now: number) => void {
    const slot = { until: Number.POSITIVE_INFINITY };
    this.#busy.push(slot);
    return (now) => {
      slot.until = now + this.#withinMs;
    };
  }

  get idle(): boolean {
    return this.#busy.length === 0;
  }
}
