import { AppError } from "../../domain/errors.ts";
import { backoffMs } from "../../lib/backoff.ts";
import { retry } from "../../lib/retry.ts";
import type { Clock } from "../../ports/clock.ts";
import { deliveryFailure } from "./failure.ts";
import type { Bolt } from "./link.ts";

const ATTEMPTS = 6;

/** Does work that is not urgent, again for as long as Slack, or a store, asks to wait or is away for some seconds. */
export function askInTime<T>(work: () => Promise<T>, clock: Clock, bolt: Pick<Bolt, "webApi">): Promise<T> {
  let waitMs: number | undefined;
  return retry(
    () =>
      work().catch((error: unknown) => {
        const failure = isSlacks(error, bolt) ? deliveryFailure(error, bolt) : error;
        waitMs = (failure as { retryAfterMs?: number }).retryAfterMs;
        throw failure;
      }),
    {
      attempts: ATTEMPTS,
      pause: (attempt) => new Promise<void>((resolve) => clock.after(waitMs ?? backoffMs(attempt), resolve)),
      hopeless: (error) => error instanceof AppError && !error.retryable,
    },
  );
}

const isSlacks = (error: unknown, { webApi }: Pick<Bolt, "webApi">): boolean =>
  [
    webApi.WebAPIPlatformError,
    webApi.WebAPIRateLimitedError,
    webApi.WebAPIHTTPError,
    webApi.WebAPIRequestError,
  ].some((kind) => error instanceof kind);
