import { SESSIONS_CHANGED } from "../../chat/sessions-changed.ts";
import { lobbyIdOf } from "../../domain/access.ts";
import { channelSettingsOf, type Place } from "../../domain/session.ts";
import type { Bus } from "../../ports/bus.ts";
import type { SessionStore } from "../../ports/session-store.ts";

const MAX_REMEMBERED = 20_000;

/**
 * Where what is said counts that is not addressed to Backlot. Places where it does are remembered, since there every
 * message asks, until any process says that it changed sessions; where it does not, a session may be made at any time.
 */
export function createHeardPlaces(
  sessions: Pick<SessionStore, "everAt">,
  bus: Bus,
): (place: Place) => Promise<boolean> {
  const heard = new Set<string>();
  let changes = 0;
  const forget = () => {
    changes += 1;
    heard.clear();
  };
  bus.subscribe(SESSIONS_CHANGED, forget);
  bus.onMissed?.(forget);
  return async (place) => {
    const key = JSON.stringify([place.platform, place.workspace, place.channel, place.thread]);
    if (heard.has(key)) return true;
    const before = changes;
    const counts = await isHeard(sessions, place);
    // What was read while sessions were changed may be from before that.
    if (counts && changes === before) {
      if (heard.size >= MAX_REMEMBERED) heard.clear();
      heard.add(key);
    }
    return counts;
  };
}

/**
 * In a session's thread every message counts, also in one that was closed; in the channel itself only where it is set to.
 * Where Backlot was sent away it hears nothing.
 */
async function isHeard(sessions: Pick<SessionStore, "everAt">, place: Place): Promise<boolean> {
  const session = await sessions.everAt(place);
  if (!session) return false;
  const sentAway = session.status === "closed" && session.project_id === lobbyIdOf(session.workspace_id);
  if (sentAway) return false;
  return place.thread !== undefined || channelSettingsOf(session).hears === "all";
}
