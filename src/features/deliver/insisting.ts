import { backoffMs } from "../../lib/backoff.ts";
import { retry } from "../../lib/retry.ts";
import type { Clock } from "../../ports/clock.ts";

/** Some two seconds of a store that is away. */
const ATTEMPTS = 4;

/** Does work on a store that may be done twice, again where it fails: whether it was done then, nobody knows. */
export const insisting = <T>(clock: Clock, work: () => Promise<T>): Promise<T> =>
  retry(work, {
    attempts: ATTEMPTS,
    pause: (attempt) => new Promise((resolve) => clock.after(backoffMs(attempt), resolve)),
    hopeless: () => false,
  });
