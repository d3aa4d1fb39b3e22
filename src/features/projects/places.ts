import type { InboundEvent } from "../../chat/inbound-event.ts";
import { ConflictError, UserError } from "../../domain/errors.ts";
import type { Project } from "../../domain/project.ts";
import { EMPTY_MEMORY, type Session } from "../../domain/session.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { ProjectStore } from "../../ports/project-store.ts";
import type { SessionStore } from "../../ports/session-store.ts";

export interface PlacesParts {
  readonly projects: ProjectStore;
  readonly sessions: SessionStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A session keeps its place for good, so a place that was looked up once need not be again. */
const MAX_KNOWN_PLACES = 20_000;

export interface Places {
  sessionAt(event: InboundEvent): Promise<Pick<Session, "id">>;
}

/**
 * Finds the session of an event's place. On Discord and Slack a place that has none gets one on first use:
 * a thread joins its channel's project, a new channel gets a project of its own. The web page makes its sessions itself.
 */
export function createPlaces(parts: PlacesParts): Places {
  const known = new Map<string, Pick<Session, "id">>();
  const remember = (event: InboundEvent, { id }: Session) => {
    if (known.size >= MAX_KNOWN_PLACES) known.clear();
    known.set(placeKey(event), { id });
    return { id };
  };
  return {
    sessionAt: async (event) => {
      const before = known.get(placeKey(event));
      if (before) return before;
      const found = await parts.sessions.at(event.place);
      if (found) return remember(event, found);
      if (event.place.platform === "web")
        throw new UserError(
          "not_found",
          "This session does not exist.",
          "Start a new one, or pick one from the list.",
        );
      return remember(event, await open(parts, event));
    },
  };
}

const placeKey = ({ place }: InboundEvent) =>
  [place.platform, place.workspace, place.channel, place.thread ?? ""].join(" ");

async function open(parts: PlacesParts, event: InboundEvent): Promise<Session> {
  const { place, person, at } = event;
  const neighbour = await parts.sessions.inChannel(place);
  const project = neighbour
    ? { id: neighbour.project_id, workspace_id: neighbour.workspace_id }
    : await openProject(parts, event);
  const session: Session = {
    id: parts.ids.next("session"),
    project_id: project.id,
    workspace_id: project.workspace_id,
    title: place.thread === undefined ? "Channel" : "Thread",
    place,
    status: "open",
    memory: EMPTY_MEMORY,
    created_by: person.id,
    created_at: at,
  };
  try {
    await parts.sessions.create(session);
    return session;
  } catch (error) {
    const winner = error instanceof ConflictError ? await parts.sessions.at(place) : undefined;
    if (winner) return winner;
    throw error;
  }
}

async function openProject(parts: PlacesParts, event: InboundEvent): Promise<Project> {
  const { place, person, at } = event;
  const workspace = await parts.projects.ensureWorkspace({
    id: parts.ids.next("workspace"),
    platform: place.platform,
    external_id: place.workspace,
    name: place.workspace,
    created_at: at,
  });
  const project = newProject({
    id: parts.ids.next("project"),
    workspace_id: workspace.id,
    title: "Untitled film",
    by: person.id,
    at,
  });
  await parts.projects.create(project);
  return project;
}

/** An empty project, as every way of making one begins. */
export function newProject(input: {
  id: string;
  workspace_id: string;
  title: string;
  by: string;
  at: string;
  workflow?: Project["workflow"];
  logline?: string;
}): Project {
  return {
    id: input.id,
    workspace_id: input.workspace_id,
    title: input.title,
    workflow: input.workflow ?? "film",
    documents: input.logline === undefined ? {} : { logline: input.logline },
    step_marks: {},
    created_by: input.by,
    created_at: input.at,
    version: 1,
  };
}
