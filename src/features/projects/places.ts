import type { InboundEvent } from "../../chat/inbound-event.ts";
import { ConflictError, UserError } from "../../domain/errors.ts";
import { MAX_TITLE_CHARS } from "../../domain/project.ts";
import {
  channelOf,
  channelSettingsOf,
  EMPTY_MEMORY,
  type Place,
  type Session,
} from "../../domain/session.ts";
import type { Workspace } from "../../domain/workspace.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { isForNoFilm } from "./for-no-film.ts";
import { newProject } from "./new-project.ts";
import { openLobby } from "./open-lobby.ts";
import type { PlacesParts } from "./parts.ts";

/** A session keeps its place for good, so a place that was looked up once need not be again. */
const MAX_KNOWN_PLACES = 20_000;
const THREAD_TITLE_CHARS = 60;

export interface Places {
  /** `place`: where the session is; not the event's where a mention opens no thread. */
  sessionAt(event: InboundEvent): Promise<Pick<Session, "id" | "place">>;
}

/**
 * Finds the session of an event's place. On Discord and Slack a place that has none gets one on first use: it works on
 * its channel's film. In a workspace without films the first channel that talks to Backlot gets one of its own at once,
 * since there is nothing to choose between; later ones wait in the lobby until people say which film they work on. The
 * web page makes its sessions itself.
 */
export function createPlaces(parts: PlacesParts): Places {
  const known = new Map<string, Pick<Session, "id" | "place">>();
  const remember = (event: InboundEvent, { id, place }: Session) => {
    if (known.size >= MAX_KNOWN_PLACES) known.clear();
    known.set(placeKey(event), { id, place });
    return { id, place };
  };
  return {
    sessionAt: async (said) => {
      const event = await answeredAt(parts, said);
      const before = known.get(placeKey(event));
      if (before) return before;
      const found = await parts.sessions.everAt(event.place);
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

/** The event where it is answered: a mention opens a thread only in channels that are answered in threads. */
async function answeredAt(parts: PlacesParts, event: InboundEvent): Promise<InboundEvent> {
  if (event.type !== "message" || !event.opens) return event;
  const own = await parts.sessions.everAt(channelOf(event.place));
  if (channelSettingsOf(own ?? {}).answers === "thread") return event;
  const { opens: _opens, ...rest } = event;
  return { ...rest, place: channelOf(event.place) };
}

const placeKey = ({ place }: InboundEvent) =>
  [place.platform, place.workspace, place.channel, place.thread ?? ""].join(" ");

async function open(parts: PlacesParts, event: InboundEvent): Promise<Session> {
  const { place, at } = event;
  const workspace = await parts.projects.ensureWorkspace({
    id: parts.ids.next("workspace"),
    platform: place.platform,
    external_id: place.workspace,
    name: place.workspace,
    created_at: at,
  });
  const { id, isNew } = await filmOf(parts, event, workspace);
  const session = newSession(parts, event, workspace.id, id);
  return create(parts, isNew ? { ...session, memory: { ...EMPTY_MEMORY, new_here: true } } : session);
}

/** The film of the event's channel: the one it works on, the workspace's first, or none yet. */
async function filmOf(
  parts: PlacesParts,
  event: InboundEvent,
  workspace: Workspace,
): Promise<{ readonly id: string; readonly isNew?: boolean }> {
  const { place } = event;
  const bound = await parts.sessions.inChannel(place);
  if (bound) return { id: bound.project_id };
  const [film] = await parts.projects.list(workspace.id, 1);
  if (film || isForNoFilm(event)) return { id: (await openLobby(parts, workspace.id)).id };
  const first = newProject({
    id: parts.ids.next("project"),
    workspace_id: workspace.id,
    title: titleFrom(await parts.venue?.channelName(place)),
    by: event.person.id,
    at: event.at,
  });
  await parts.projects.create(first);
  if (place.thread === undefined) return { id: first.id, isNew: true };
  const channel = { ...event, place: channelOf(place) };
  const { project_id } = await create(parts, newSession(parts, channel, workspace.id, first.id));
  return { id: project_id, isNew: project_id === first.id };
}

/** Of two that make the session of a place at once, the first has made it. */
async function create(parts: PlacesParts, session: Session): Promise<Session> {
  try {
    await parts.sessions.create(session);
    return session;
  } catch (error) {
    const winner = error instanceof ConflictError ? await parts.sessions.everAt(session.place) : undefined;
    if (winner) return winner;
    throw error;
  }
}

const newSession = (
  { ids }: PlacesParts,
  event: InboundEvent,
  workspace_id: string,
  project_id: string,
): Session => ({
  id: ids.next("session"),
  project_id,
  workspace_id,
  title: event.place.thread === undefined ? "Channel" : threadTitle(event),
  place: event.place,
  status: "open",
  memory: EMPTY_MEMORY,
  created_by: event.person.id,
  created_at: event.at,
});

function threadTitle(event: InboundEvent): string {
  const words = "text" in event ? event.text.replace(/\s+/g, " ").trim() : "";
  return words === "" ? "Thread" : ellipsis(words, THREAD_TITLE_CHARS);
}

/** A film is first called as its channel: "night-shift" becomes "Night Shift". */
export function titleFrom(channelName: string | undefined): string {
  const words = (channelName ?? "").split(/[-_\s]+/).filter(Boolean);
  const title = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
  return title === "" ? "Untitled film" : ellipsis(title, MAX_TITLE_CHARS);
}

/** The channel a place is in as a session of its own, for one that has none yet. */
export const channelSession = (
  { ids, clock }: Pick<PlacesParts, "ids" | "clock">,
  session: Session,
  by: string,
): Session => ({
  id: ids.next("session"),
  project_id: session.project_id,
  workspace_id: session.workspace_id,
  title: "Channel",
  place: channelOf(session.place) satisfies Place,
  status: "open",
  memory: { ...EMPTY_MEMORY, introduced: session.memory.introduced },
  created_by: by,
  created_at: clock.now().toISOString(),
});
