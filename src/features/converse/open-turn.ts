import type { ChatMessage } from "../../chat/chat-message.ts";
import { wordsIn } from "../../chat/inbound-event.ts";
import { ownMessage } from "../../chat/own-message.ts";
import { stopButton } from "../../chat/stop.ts";
import type { Turn } from "../../chat/turn.ts";
import { replyIdOf, saidIdOf } from "../../chat/turn-ids.ts";
import { AppError } from "../../domain/errors.ts";
import { roleIn } from "../../domain/role-map.ts";
import type { StoredEvent } from "../../ports/inbox.ts";
import type { LoadedSession } from "../../ports/session-store.ts";
import { loadFilm } from "./load-film.ts";
import type { ConverseParts } from "./parts.ts";
import { WORKING } from "./stopped.ts";
import type { Run } from "./stops.ts";

/** A turn as it is opened, and what people have seen of its reply so far. */
export interface OpenTurn {
  readonly turn: Turn;
  readonly shown: () => string;
}

/** Reads what the turn begins with, where it is not `read` already. Nothing of it is shown once it was stopped. */
export async function openTurn(
  parts: ConverseParts,
  stored: StoredEvent,
  signal: AbortSignal,
  run: Run | undefined,
  read: LoadedSession | undefined,
): Promise<OpenTurn> {
  const loaded = await loadFilm(parts, stored.session_id, read);
  if (!loaded) throw new AppError("internal", "an event's session is missing");
  parts.opened?.(stored.session_id, loaded.project);
  const { event } = stored;
  const replyId = replyIdOf(stored.turn_id);
  const words = wordsIn(event);
  let shown = "";
  const turn: Turn = {
    id: stored.turn_id,
    event,
    person: {
      ...event.person,
      role: roleIn(event.person, event.place.platform, loaded.project.access?.roles),
    },
    ...loaded,
    workflow: await parts.workflowOf(loaded.project),
    message: words === undefined ? undefined : { id: saidIdOf(stored.turn_id), text: words },
    reply_id: replyId,
    signal: run ? AbortSignal.any([signal, run.stop]) : signal,
    stream: (text) => {
      if (run?.stop.aborted) return;
      shown = text;
      const message = draftReply(parts, stored, replyId, text);
      parts.bus.publish(`session:${stored.session_id}`, { frame: { type: "message.updated", message } });
      const standsIn = text === WORKING;
      parts.write?.({ place: loaded.session.place, person_id: event.person.id, message, standsIn });
    },
  };
  return { turn, shown: () => shown };
}

function draftReply(parts: ConverseParts, stored: StoredEvent, id: string, text: string): ChatMessage {
  return ownMessage({
    id,
    session_id: stored.session_id,
    turn_id: stored.turn_id,
    text,
    at: parts.clock.now().toISOString(),
    blocks: [{ type: "text", text }, stopButton(stored.turn_id, stored.session_id)],
  });
}
