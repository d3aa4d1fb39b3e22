import type { Outcome } from "../../chat/outcome.ts";
import { ownMessage } from "../../chat/own-message.ts";
import type { Turn } from "../../chat/turn.ts";
import { startedIdOf } from "../../chat/turn-ids.ts";
import { UserError } from "../../domain/errors.ts";
import { MAX_TITLE_CHARS } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { channelOf, EMPTY_MEMORY, type Place, type Session } from "../../domain/session.ts";
import type { ProjectsParts } from "./parts.ts";

/** A new conversation about the same film: beside this one on the page, in a thread of its own elsewhere. */
export function startSession(parts: ProjectsParts, turn: Turn, title: string): Outcome {
  const { session, person, project } = turn;
  requireRole(person.role, "writer", "start a session");
  const id = parts.ids.next("session");
  const opened = (place: Place): Session => {
    const { channel: _channel, last_message_at: _then, ...base } = session;
    return {
      ...base,
      id,
      title,
      place,
      status: "open",
      memory: { ...EMPTY_MEMORY, introduced: session.memory.introduced },
      created_by: person.id,
      created_at: parts.clock.now().toISOString(),
    };
  };
  if (session.place.platform === "web") {
    const text = `A new session, **${title}**, is in the list. It shares this project's bible.`;
    return {
      sessions: [opened({ ...session.place, channel: id })],
      blocks: [{ type: "text", text }],
    };
  }
  if (!parts.venue.canOpenThreads(session.place))
    throw new UserError("bad_request", "There are no threads here.", "Go on in this conversation.");
  const text = `I open a thread for **${title}** in this channel. It is about **${project.title}**, and every message in it counts.`;
  return {
    blocks: [{ type: "text", text }],
    afterCommit: () => openThread(parts, turn, opened, title),
  };
}

async function openThread(
  parts: ProjectsParts,
  turn: Turn,
  opened: (place: Place) => Session,
  title: string,
): Promise<void> {
  const { session, project } = turn;
  const say = (to: Session, text: string) =>
    parts.venue.tell(
      ownMessage({
        id: startedIdOf(turn.id),
        session_id: to.id,
        turn_id: turn.id,
        text,
        at: parts.clock.now().toISOString(),
        blocks: [{ type: "text", text }],
      }),
      to.place,
    );
  const place = await parts.venue
    .openThread(channelOf(session.place), title.slice(0, MAX_TITLE_CHARS))
    .catch(() => undefined);
  if (!place) {
    await say(
      session,
      "I could not open that thread: I may not open any in this channel. Give me the right to, or open one yourself and mention me in it.",
    );
    return;
  }
  const made = opened(place);
  await parts.sessions.create(made);
  await say(made, `This is **${title}**, a session of **${project.title}**. What shall we work on?`);
}
