import type { Person } from "../../chat/inbound-event.ts";
import { UserError } from "../../domain/errors.ts";
import type { Project } from "../../domain/project.ts";
import { mayActAs } from "../../domain/role.ts";
import { EMPTY_MEMORY, type Session } from "../../domain/session.ts";
import type { WebDeps } from "./deps.ts";
import type { NewProject } from "./schemas/project.ts";
import type { Caller } from "./security/caller.ts";

const DEFAULT_TITLE = "Untitled film";

type Parts = Pick<WebDeps, "stores" | "clock" | "ids" | "workspaceOf">;

/** Makes an empty film in the caller's workspace. Throws UserError("forbidden") for those who may only look. */
export async function makeProject(
  parts: Parts,
  caller: Caller,
  person: Person,
  wanted?: NewProject,
): Promise<Project> {
  if (!mayActAs(person.role, "writer")) {
    throw new UserError(
      "forbidden",
      "A new film needs the role writer.",
      "Ask a producer, or name a session that exists.",
    );
  }
  const workspace = await parts.workspaceOf(caller);
  const project: Project = {
    id: parts.ids.next("project"),
    workspace_id: workspace.id,
    title: wanted?.title ?? DEFAULT_TITLE,
    workflow: wanted?.workflow ?? "film",
    documents: wanted?.logline === undefined ? {} : { logline: wanted.logline },
    step_marks: {},
    created_by: person.id,
    created_at: parts.clock.now().toISOString(),
    version: 1,
  };
  await parts.stores.projects.create(project);
  return project;
}

/** Opens a conversation about a film. On the web a session is its own place: its id is the channel. */
export async function makeSession(
  parts: Parts,
  caller: Caller,
  input: { person: Person; project: Project; title?: string | undefined; id?: string },
): Promise<Session> {
  const { person, project } = input;
  const id = input.id ?? parts.ids.next("session");
  const session: Session = {
    id,
    project_id: project.id,
    workspace_id: project.workspace_id,
    title: input.title ?? project.title,
    place: { platform: "web", workspace: caller.workspace, channel: id },
    status: "open",
    memory: EMPTY_MEMORY,
    created_by: person.id,
    created_at: parts.clock.now().toISOString(),
  };
  await parts.stores.sessions.create(session);
  return session;
}
