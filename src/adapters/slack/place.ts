import type { Place } from "../../domain/session.ts";

/** Slack names a thread by the time of its first message; a thread may be meant before it has an answer. */
export const placeOf = (team: string, channel: string, thread?: string): Place => ({
  platform: "slack",
  workspace: team,
  channel,
  ...(thread === undefined ? {} : { thread }),
});
