import type { Message } from "../api/wire.ts";

/** Names by user id: each person's latest. */
export function namesIn(messages: readonly Message[]): ReadonlyMap<string, string> {
  const names = new Map([["backlot", "Backlot"]]);
  for (const { user_id, user_name } of messages) if (user_name !== undefined) names.set(user_id, user_name);
  return names;
}
