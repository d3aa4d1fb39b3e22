import { AppError } from "../../domain/errors.ts";
import { backoffMs } from "../../lib/backoff.ts";
import { retry } from "../../lib/retry.ts";
import type { Clock } from "../../ports/clock.ts";
import type { DiscordJs } from "./link.ts";

const ATTEMPTS = 6;

/** Does work that is not urgent, again for as long as Discord, or a store, asks to wait or is away for some seconds. */
export function askInTime<T>(
  work: () => Promise<T>,
  clock: Clock,
  { DiscordAPIError, RateLimitError }: DiscordJs,
): Promise<T> {
  let waitMs: number | undefined;
  return retry(
    () =>
      work().catch((error: unknown) => {
        waitMs = error instanceof RateLimitError ? Math.max(error.retryAfter, error.timeToReset) : undefined;
        throw error;
      }),
    {
      attempts: ATTEMPTS,
      pause: (attempt) => new Promise<void>((resolve) => clock.after(waitMs ?? backoffMs(attempt), resolve)),
      hopeless: (error) =>
        (error instanceof AppError && !error.retryable) ||
        (error instanceof DiscordAPIError && error.status < 500),
    },
  );
}
