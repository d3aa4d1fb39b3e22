import type { Project } from "../domain/project.ts";
import type { Place, Session } from "../domain/session.ts";
import type { Totals } from "../domain/workflow/film.ts";

export type LoadedSession = { readonly session: Session; readonly project: Project } & Totals;

export interface SessionStore {
  /** Throws ConflictError when an open session has the same place. */
  create(session: Session): Promise<void>;
  get(id: string): Promise<Session | undefined>;
  /** The open session at a place. */
  at(place: Place): Promise<Session | undefined>;
  /** The session at a place, open or closed. */
  everAt(place: Place): Promise<Session | undefined>;
  /** The channel's own session, open or closed, or any open thread in it: tells which project the channel is bound to. */
  inChannel(place: Place): Promise<Session | undefined>;
  /** Open sessions of a project in a channel and its threads. */
  openIn(place: Place, projectId: string, limit: number): Promise<readonly Session[]>;
  /** Session, project and what is counted of it in one read: what every turn begins with. */
  load(id: string): Promise<LoadedSession | undefined>;
  /** Latest talk first. */
  list(
    filter: { workspace_id: string; project_id?: string; created_by?: string },
    limit: number,
  ): Promise<readonly Session[]>;
}
