import { AppError } from "../../domain/errors.ts";
import type { DeliveryFailure } from "../../ports/platform.ts";
import { adviceFor } from "./advice.ts";
import type { DiscordJs } from "./link.ts";

/** What a failed call means to a sender: how long Discord asks to wait, or that trying again cannot help. */
export function deliveryFailure(error: unknown, discord: DiscordJs): DeliveryFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof discord.RateLimitError) {
    const retryAfterMs = Math.ceil(Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout, 0));
    const failure = new AppError("rate_limited", `Discord asks to wait (${error.route})`, {
      cause: error,
      retryable: true,
    });
    return Object.assign(failure, { retryAfterMs });
  }
  const refused = error instanceof discord.DiscordAPIError && error.status >= 400 && error.status < 500;
  const final = refused && error.status !== 408 && error.status !== 429;
  const failure = new AppError("unavailable", `Discord: ${message}`, { cause: error, retryable: !final });
  const gone = hasCode(error, discord.RESTJSONErrorCodes.UnknownMessage, discord);
  const { MissingAccess, MissingPermissions } = discord.RESTJSONErrorCodes;
  const closed = [MissingAccess, MissingPermissions].some((code) => hasCode(error, code, discord));
  const advice = adviceFor(error, discord);
  return Object.assign(failure, {
    final,
    ...(gone ? { gone } : {}),
    ...(closed ? { closed } : {}),
    ...(advice ? { advice } : {}),
  });
}

export const hasCode = (error: unknown, code: number | string, discord: DiscordJs): boolean =>
  error instanceof discord.DiscordAPIError && error.code === code;
