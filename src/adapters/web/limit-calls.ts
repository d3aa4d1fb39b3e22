import rateLimit from "@fastify/rate-limit";
import { UserError } from "../../domain/errors.ts";
import type { WebApp } from "./app.ts";

const CALLS_PER_MINUTE = 1_200;
const WINDOW_MS = 60_000;

/** Holds one person to so many calls a minute, so that a script gone wild does not take the rest down. */
export async function limitCalls(app: WebApp, max = CALLS_PER_MINUTE): Promise<void> {
  await app.register(rateLimit, {
    max,
    timeWindow: WINDOW_MS,
    keyGenerator: ({ caller, ip }) =>
      caller.user_id === undefined ? ip : JSON.stringify([caller.workspace, caller.user_id]),
    errorResponseBuilder: (_request, { ttl }) =>
      new UserError(
        "rate_limited",
        `More than ${max} calls a minute.`,
        `Wait ${Math.ceil(ttl / 1_000)} s, then go on.`,
      ),
  });
}
