import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { isLobby } from "../../domain/access.ts";
import { UserError } from "../../domain/errors.ts";
import { type Project, WorkflowName } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { EMPTY_MEMORY, type Session } from "../../domain/session.ts";
import { checkTitle } from "./check-title.ts";
import { movedTo } from "./move.ts";
import { newProject } from "./new-project.ts";
import type { ProjectsParts } from "./parts.ts";
import { titleFrom } from "./places.ts";

/** Makes a film. A channel that works on none is bound to it by whoever writes; to take a channel from its film takes a producer. */
export async function createProject(
  parts: ProjectsParts,
  turn: Turn,
  title: string,
  workflow: string | undefined,
): Promise<Outcome> {
  const { session, person, project } = turn;
  const inChannel = session.place.platform !== "web";
  const takes = inChannel && !isLobby(project) ? "producer" : "writer";
  requireRole(person.role, takes, "make a film here");
  const named =
    title.trim() === "" && inChannel ? titleFrom(await parts.venue.channelName(session.place)) : title;
  const film = newProject({
    id: parts.ids.next("project"),
    workspace_id: session.workspace_id,
    title: checkTitle(named, "A title", '/project create "Night Shift"'),
    by: person.id,
    at: parts.clock.now().toISOString(),
    ...(workflow === undefined ? {} : { workflow: checkWorkflow(workflow) }),
  });
  return inChannel ? inItsChannel(parts, turn, film) : onThePage(parts, turn, film);
}

async function inItsChannel(parts: ProjectsParts, turn: Turn, film: Project): Promise<Outcome> {
  const sessions = await movedTo(parts, turn, film.id);
  return {
    new_project: film,
    sessions,
    blocks: [{ type: "text", text: `**${film.title}** is ready, and this channel now works on it.` }],
    afterCommit: async () => {
      for (const { id } of sessions) parts.venue.wake(id);
    },
  };
}

function onThePage(parts: ProjectsParts, { session, person, project }: Turn, film: Project): Outcome {
  const id = parts.ids.next("session");
  const opened: Session = {
    ...session,
    id,
    project_id: film.id,
    title: film.title,
    place: { ...session.place, channel: id },
    memory: EMPTY_MEMORY,
    created_by: person.id,
    created_at: film.created_at,
  };
  const text = `**${film.title}** is ready. Open its session **${film.title}** from the list to work on it; this session stays with ${project.title}.`;
  return { new_project: film, sessions: [opened], blocks: [{ type: "text", text }] };
}

/** Throws a UserError for one that Backlot does not ship. */
export function checkWorkflow(name: string): Project["workflow"] {
  const parsed = WorkflowName.safeParse(name.trim().toLowerCase());
  if (parsed.success) return parsed.data;
  throw new UserError(
    "invalid",
    `There is no workflow "${name.slice(0, 40)}".`,
    `Choose one of: ${WorkflowName.options.join(", ")}.`,
  );
}
