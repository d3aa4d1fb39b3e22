export interface RetryOptions {
  /** Tries in all. */
  readonly attempts: number;
  /** Waits before the next try; `attempt` is the one that failed, 1 for the first. */
  readonly pause: (attempt: number) => Promise<void>;
  /** Errors that trying again cannot mend. */
  readonly hopeless: (error: unknown) => boolean;
}

/** Does work until it succeeds, and throws the last error when it does not. */
export async function retry<T>(
  work: () => Promise<T>,
  { attempts, pause, hopeless }: RetryOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || hopeless(error)) throw error;
      await pause(attempt);
    }
  }
}
