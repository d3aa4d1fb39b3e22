import type { SessionSummary } from "../api/wire.ts";

export interface ProjectSessions {
  readonly id: string;
  readonly title: string;
  readonly sessions: readonly SessionSummary[];
}

/** Projects by their latest talk, and so the sessions in them. */
export function byProject(sessions: readonly SessionSummary[]): readonly ProjectSessions[] {
  const groups = new Map<string, SessionSummary[]>();
  for (const session of newestFirst(sessions)) {
    const group = groups.get(session.project_id);
    if (group === undefined) groups.set(session.project_id, [session]);
    else group.push(session);
  }
  return [...groups].map(([id, own]) => ({ id, title: own[0]?.project_title ?? "", sessions: own }));
}

export const newestFirst = (sessions: readonly SessionSummary[]): readonly SessionSummary[] =>
  sessions.toSorted((a, b) => (lastOf(b) > lastOf(a) ? 1 : lastOf(b) < lastOf(a) ? -1 : 0));

const lastOf = ({ last_message_at, created_at }: SessionSummary): string => last_message_at ?? created_at;
