interface Timer {
  /** Calls back once after `ms`. Answers what calls it off. */
  after(ms: number, callback: () => void): () => void;
}

/** What the work comes to, or undefined when it takes longer than `ms`; the work goes on then. Leaves no timer behind. */
export function within<T>(timer: Timer, ms: number, work: Promise<T>): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const stop = timer.after(ms, () => resolve(undefined));
  return Promise.race([work, late]).finally(stop);
}
