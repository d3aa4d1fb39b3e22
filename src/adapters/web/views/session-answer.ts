import type { Session } from "../../../domain/session.ts";
import type { SessionAnswer } from "../schemas/session.ts";

/** What Backlot remembers of a session, and where it lives, is its own business. */
export function sessionAnswer(session: Session): SessionAnswer {
  const { id, project_id, title, status, created_by, created_at, last_message_at } = session;
  const spoken = last_message_at === undefined ? {} : { last_message_at };
  return { id, project_id, title, status, created_by, created_at, ...spoken };
}
