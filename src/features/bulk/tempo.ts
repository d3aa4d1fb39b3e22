/** Marks lie at least so far apart, so that a flood of quick items does not crowd out the last seconds. */
const MARK_EVERY_MS = 500;
const MARKS = 20;
/** Less than this says nothing of what is to come. */
const LEAST_ITEMS = 3;
const LEAST_MS = 2_000;

/** How fast items have ended lately. */
export class Tempo {
  #marks: { readonly at: number; readonly done: number }[] = [];

  /** So many items of the operation had ended at this time, in milliseconds. Fewer than before, or an earlier time: a new beginning. */
  note(done: number, at: number): void {
    const last = this.#marks.at(-1);
    if (last && (done < last.done || at < last.at)) this.#marks = [];
    else if (last && at - last.at < MARK_EVERY_MS) return;
    this.#marks = [...this.#marks, { at, done }].slice(-MARKS);
  }

  /** Forgets what it knows: nothing ends for a while. */
  reset(): void {
    this.#marks = [];
  }

  /** Seconds that `left` more items take at the pace of the last ones; undefined until there is one. */
  secondsLeft(done: number, left: number, now: number): number | undefined {
    const [first] = this.#marks;
    if (!first || left <= 0) return undefined;
    const items = done - first.done;
    const ms = now - first.at;
    return items < LEAST_ITEMS || ms < LEAST_MS
      ? undefined
      : Math.max(1, Math.round(((ms / items) * left) / 1_000));
  }
}
