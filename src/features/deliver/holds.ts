import type { Outlook } from "./deliver-row.ts";

const FORGET_OVER = 500;

/** Until when platforms asked to post nothing more, by channel: what they count together waits together. */
export function createHolds(): Pick<Outlook, "heldMs" | "hold"> {
  const holds = new Map<string, number>();
  return {
    heldMs: (channel, now) => Math.max(0, (holds.get(channel) ?? now) - now),
    hold: (channel, until) => {
      holds.delete(channel);
      holds.set(channel, until);
      const [oldest] = holds.keys();
      if (holds.size > FORGET_OVER && oldest !== undefined) holds.delete(oldest);
    },
  };
}
