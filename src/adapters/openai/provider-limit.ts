/** First rest after a 429 that names no time; it doubles while 429s follow one another. */
const FIRST_REST_MS = 1_000;
const LONGEST_UNNAMED_MS = 60_000;
/** Longer than any provider's window for requests and tokens; past it the header is likely not meant so. */
const LONGEST_MS = 15 * 60_000;

/** When the provider may be asked again by work that can wait. One for all calls of a process. */
export interface ProviderLimit {
  /** Milliseconds until then; 0 when now. */
  left(): number;
  /** The provider answered 429. Answers the milliseconds to wait, which are never fewer than an earlier answer left. */
  hit(retryAfterMs: number | undefined): number;
  /** The provider answered. */
  answered(): void;
}

/** `now` is in milliseconds. */
export function createProviderLimit(now: () => number = () => performance.now()): ProviderLimit {
  let until = Number.NEGATIVE_INFINITY;
  let unnamed = FIRST_REST_MS;
  const left = () => Math.max(0, until - now());
  return {
    left,
    hit: (retryAfterMs) => {
      const isNew = left() === 0;
      // Calls that were on their way together are told off together; that is one rest, not many.
      if (retryAfterMs === undefined && !isNew) return left();
      until = Math.max(until, now() + Math.min(retryAfterMs ?? unnamed, LONGEST_MS));
      if (retryAfterMs === undefined) unnamed = Math.min(unnamed * 2, LONGEST_UNNAMED_MS);
      return left();
    },
    answered: () => {
      unnamed = FIRST_REST_MS;
    },
  };
}
