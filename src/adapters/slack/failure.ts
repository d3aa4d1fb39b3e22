import { AppError, UserError } from "../../domain/errors.ts";
import type { DeliveryFailure } from "../../ports/platform.ts";
import { adviceFor } from "./advice.ts";
import { scopeText } from "./lacks.ts";
import type { Bolt } from "./link.ts";

/** Answers of Slack's methods that a later try may not get. Every other refusal stays one. */
const PASSING = new Set([
  "external_channel_migrating",
  "fatal_error",
  "file_update_failed",
  "internal_error",
  "message_limit_exceeded",
  "messaging_processing_failed",
  "rate_limited",
  "ratelimited",
  "request_timeout",
  "service_unavailable",
  "team_added_to_org",
  "update_failed",
]);

/**
 * The message is not there, is of a kind that cannot become what it should, or is nothing that Backlot may change any
 * more: another takes its place.
 */
const GONE = ["message_not_found", "block_mismatch", "cant_update_message", "edit_window_closed"];
/** Backlot was put out of the channel, or may not write there just now. A private channel it is not in is not found. */
const CLOSED = [
  "channel_not_found",
  "is_archived",
  "not_in_channel",
  "restricted_action",
  "restricted_action_read_only_channel",
];

/** What a failed call means to a sender: how long Slack asks to wait, or that trying again cannot help. */
export function deliveryFailure(error: unknown, { webApi }: Pick<Bolt, "webApi">): DeliveryFailure {
  if (error instanceof AppError) return error;
  const message = isRefusal(error, "missing_scope", { webApi })
    ? scopeText(neededScope(error))
    : `Slack: ${error instanceof Error ? error.message : String(error)}`;
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const failure = new AppError("rate_limited", "Slack asks to wait", { cause: error, retryable: true });
    return Object.assign(failure, { retryAfterMs: error.retryAfter * 1_000 });
  }
  const refused = error instanceof webApi.WebAPIPlatformError && !PASSING.has(error.data.error);
  const failure = new AppError("unavailable", message, { cause: error, retryable: !refused });
  const gone = GONE.some((code) => isRefusal(error, code, { webApi }));
  const closed = CLOSED.some((code) => isRefusal(error, code, { webApi }));
  const advice = adviceFor(error, { webApi });
  return Object.assign(failure, {
    final: refused,
    ...(gone ? { gone } : {}),
    ...(closed ? { closed } : {}),
    ...(advice ? { advice } : {}),
  });
}

const neededScope = (error: unknown): string | undefined => {
  const { needed } = (error as { data?: { needed?: unknown } }).data ?? {};
  return typeof needed === "string" ? needed : undefined;
};

/**
 * Whether a request may have been done although its answer was lost: whatever Slack did not refuse in words of its own.
 * An answer that breaks off half-way is no error of the client library's (@slack/web-api 8.2).
 */
export const isUncertain = (error: unknown, { webApi }: Bolt): boolean =>
  !(
    error instanceof AppError ||
    error instanceof webApi.WebAPIPlatformError ||
    error instanceof webApi.WebAPIRateLimitedError
  );

export const isRefusal = (error: unknown, code: string, { webApi }: Pick<Bolt, "webApi">): boolean =>
  error instanceof webApi.WebAPIPlatformError && error.data.error === code;

/** Why a start failed: a UserError for what the operator can mend in `variable`. */
export function startFailure(error: unknown, bolt: Bolt, variable: string): Error {
  if (!(error instanceof bolt.webApi.WebAPIPlatformError)) return deliveryFailure(error, bolt);
  const hint = `Copy the token from the app's pages at api.slack.com into ${variable}, with the scopes that npm run slack:manifest names.`;
  return new UserError("unauthorized", `Slack does not accept ${variable}: ${error.data.error}.`, hint, {
    cause: error,
  });
}
