import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import type { Session } from "../../domain/session.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { matchLetters } from "../../lib/match-letters.ts";
import type { SessionStore } from "../../ports/session-store.ts";

/** Among so many, those with the latest talk, one is looked for by its title. */
const LOOK_AMONG = 200;
const SHOWN_CHARS = 60;

/**
 * A session of this film in this workspace, by its id, its title or what that begins with; the one with the latest talk
 * where several are called the same. Throws a UserError when there is none.
 */
export async function sessionNamed(
  { sessions }: { readonly sessions: Pick<SessionStore, "list"> },
  { session, project }: Turn,
  wanted: string,
): Promise<Session> {
  const filter = { workspace_id: session.workspace_id, project_id: project.id };
  const all = await sessions.list(filter, LOOK_AMONG);
  const found = all.find(({ id }) => id === wanted) ?? matchLetters(wanted, all, ({ title }) => title)[0];
  if (found) return found;
  throw new UserError(
    "not_found",
    `No session of this film is called “${ellipsis(wanted, SHOWN_CHARS)}”.`,
    "Type /session list to see them.",
  );
}
