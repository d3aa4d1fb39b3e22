import { Quota } from "../../lib/quota.ts";
import type { Clock } from "../../ports/clock.ts";
import { createPace } from "./pace.ts";
import { callsAMinute } from "./rates.ts";

const MINUTE_MS = 60_000;
/** Of what Slack takes, so much is left to what somebody waits for. */
const SPARED = 0.2;
/** While all slots are taken by calls under way nobody knows when one is free. */
const LOOK_AGAIN_MS = 1_000;

/** What one workspace takes of the app. Workspaces have one each, so that none waits for what another does. */
export interface Budget {
  /**
   * Takes a call's place, waiting where Slack takes the next message of a channel soon. Answers how to give back the
   * place when the call has ended, or after how many milliseconds to come again. Throws DeliveryFailure where a channel
   * is full for long.
   */
  take(call: Call): Promise<{ readonly ended: () => void } | { readonly waitMs: number }>;
}

interface Call {
  readonly method: string;
  /** Where a message is posted. */
  readonly channel?: string | undefined;
  /** Nobody waits for it: some slots are left to others. */
  readonly patient: boolean;
}

/** Counts the calls of this process; of others Slack's own Retry-After tells. */
export function createBudget(clock: Clock): Budget {
  const pace = createPace(clock);
  const quotas = new Map<string, Quota>();
  const now = () => clock.now().getTime();
  return {
    take: async ({ method, channel, patient }) => {
      if (method === "chat.postMessage" && channel !== undefined) await pace(channel);
      const count = callsAMinute(method);
      if (count === undefined) return { ended: () => undefined };
      const quota = quotas.get(method) ?? new Quota({ count, withinMs: MINUTE_MS });
      quotas.set(method, quota);
      const wait = quota.waitMs(now(), patient ? Math.ceil(count * SPARED) : 0);
      if (wait > 0) return { waitMs: Number.isFinite(wait) ? wait : LOOK_AGAIN_MS };
      const end = quota.begin();
      return { ended: () => end(now()) };
    },
  };
}
