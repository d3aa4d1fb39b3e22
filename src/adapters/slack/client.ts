import type { webApi } from "@slack/bolt";
import type { Budget } from "./budget.ts";
import type { Bolt } from "./link.ts";

export interface ClientParts {
  readonly bolt: Pick<Bolt, "webApi">;
  readonly clientOptions: webApi.WebClientOptions;
  readonly budget: Budget;
  /** Nobody waits for what it asks. */
  readonly patient?: boolean;
}

/** A client of one workspace that keeps within its budget: a call too many fails as it would at Slack, without being made. */
export function createClient(
  { bolt: { webApi }, clientOptions, budget, patient = false }: ClientParts,
  token: string,
): webApi.WebClient {
  class WithinBudget extends webApi.WebClient {
    override async apiCall(method: string, given?: Record<string, unknown>) {
      const channel = typeof given?.channel === "string" ? given.channel : undefined;
      const place = await budget.take({ method, channel, patient });
      if ("waitMs" in place) throw new webApi.WebAPIRateLimitedError(Math.ceil(place.waitMs / 1_000));
      try {
        return await super.apiCall(method, given);
      } finally {
        place.ended();
      }
    }
  }
  return new WithinBudget(token, clientOptions);
}
