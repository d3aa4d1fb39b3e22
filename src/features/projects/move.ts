import type { Turn } from "../../chat/turn.ts";
import { lobbyIdOf } from "../../domain/access.ts";
import { UserError } from "../../domain/errors.ts";
import { channelOf, EMPTY_MEMORY, type Session } from "../../domain/session.ts";
import type { PlacesParts } from "./parts.ts";
import { channelSession } from "./places.ts";

/** More conversations do not wait in one channel for its film. */
const MAX_WAITING = 50;

/**
 * The sessions that change with what a channel works on, as they are afterwards: the channel's own, which binds it, the
 * one this was asked in, and those that wait for a film. Threads that talk about their film stay with it.
 */
export async function movedTo(parts: PlacesParts, turn: Turn, projectId: string): Promise<Session[]> {
  const { session, person } = turn;
  const channel = channelOf(session.place);
  const own =
    session.place.thread === undefined
      ? session
      : ((await parts.sessions.everAt(channel)) ?? channelSession(parts, session, person.id));
  const waiting = await parts.sessions.openIn(channel, lobbyIdOf(session.workspace_id), MAX_WAITING);
  const all = new Map([own, ...waiting, session].map((each) => [each.id, each]));
  return [...all.values()].map((each) => ({
    ...each,
    project_id: projectId,
    status: "open",
    memory: each.project_id === projectId ? each.memory : emptied(each),
  }));
}

const emptied = ({ memory }: Session): Session["memory"] => ({
  ...EMPTY_MEMORY,
  introduced: memory.introduced,
});

/** Throws on the web page, where every session keeps its film. */
export function requireChannel({ session }: Turn): void {
  if (session.place.platform !== "web") return;
  throw new UserError(
    "bad_request",
    "Here a session stays with its film; channels of Discord and Slack are bound to one.",
    "Open another film from the list, or type /project create to make one.",
  );
}
