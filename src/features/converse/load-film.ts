import { mayWorkOn } from "../../domain/access.ts";
import { NO_COUNTS } from "../../domain/bible/kinds.ts";
import { NO_TALLIES } from "../../domain/bible/tallies.ts";
import type { LoadedSession } from "../../ports/session-store.ts";
import type { ConverseParts } from "./parts.ts";

/** A session with its film; with none where that is another workspace's which no longer shares it. `read`: as it is now. */
export async function loadFilm(
  { sessions, lobby }: Pick<ConverseParts, "sessions" | "lobby">,
  sessionId: string,
  read?: LoadedSession,
): Promise<LoadedSession | undefined> {
  const loaded = read ?? (await sessions.load(sessionId));
  if (!loaded || !lobby || mayWorkOn(loaded.project, loaded.session.workspace_id)) return loaded;
  const project = await lobby.of(loaded.session.workspace_id);
  const session = { ...loaded.session, project_id: project.id };
  return { session, project, ...NOTHING };
}

const NOTHING = { counts: NO_COUNTS, tallies: NO_TALLIES, revision: 0 };
