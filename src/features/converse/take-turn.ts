import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { replyIdOf, saidIdOf } from "../../chat/turn-ids.ts";
import type { TurnRecord } from "../../chat/turn-record.ts";
import { turnView } from "../../chat/turn-view.ts";
import { AppError, ConflictError, UserError } from "../../domain/errors.ts";
import type { StoredEvent } from "../../ports/inbox.ts";
import { composeRecord } from "./compose.ts";
import { type Decision, decide } from "./decide.ts";
import { introduce } from "./introduce.ts";
import { loadFilm } from "./load-film.ts";
import { presentNext } from "./next-moves.ts";
import type { ConverseParts } from "./parts.ts";
import { tellStale } from "./tell-stale.ts";

/** How often a turn decides anew because someone else wrote first. */
const MAX_CONFLICTS = 8;
/** Tries for an event whose turn breaks; after them the person is told, with a reference. */
const MAX_ATTEMPTS = 3;

/**
 * Answers one stored event: reads the present, decides, and commits everything at once. Safe to call again after a
 * crash anywhere, since nothing is written before the commit and a committed turn is not written twice. An event whose
 * place works on no film yet stays where it is, and people are asked.
 */
export async function takeTurn(
  parts: ConverseParts,
  stored: StoredEvent,
  signal: AbortSignal,
): Promise<"taken" | "waits"> {
  for (let conflicts = 0; ; conflicts += 1) {
    try {
      const turn = await openTurn(parts, stored, signal);
      if (parts.lobby?.waits(turn, stored.event)) {
        await parts.lobby.ask(turn);
        return "waits";
      }
      const { record, outcome } = await settle(parts, turn, stored, conflicts);
      const written = await parts.turns.commit(record);
      if (written) await announce(parts, record, outcome);
      return "taken";
    } catch (error) {
      if (!(error instanceof ConflictError) || conflicts >= MAX_CONFLICTS) throw error;
    }
  }
}

async function openTurn(parts: ConverseParts, stored: StoredEvent, signal: AbortSignal): Promise<Turn> {
  const loaded = await loadFilm(parts, stored.session_id);
  if (!loaded) throw new AppError("internal", "an event's session is missing");
  const { event } = stored;
  const replyId = replyIdOf(stored.turn_id);
  return {
    id: stored.turn_id,
    event,
    person: event.person,
    ...loaded,
    workflow: await parts.workflowOf(loaded.project),
    message:
      event.type === "message" || event.type === "command"
        ? { id: saidIdOf(stored.turn_id), text: event.text }
        : undefined,
    reply_id: replyId,
    signal,
    stream: (text) => {
      const message = draftReply(parts, stored, replyId, text);
      parts.bus.publish(`session:${stored.session_id}`, { frame: { type: "message.updated", message } });
      parts.write?.({ place: loaded.session.place, person_id: event.person.id, message });
    },
  };
}

function draftReply(parts: ConverseParts, stored: StoredEvent, id: string, text: string): ChatMessage {
  const at = parts.clock.now().toISOString();
  return {
    id,
    session_id: stored.session_id,
    turn_id: stored.turn_id,
    role: "backlot",
    user_id: "backlot",
    user_name: "Backlot",
    text,
    version: 1,
    at,
    blocks: [{ type: "text", text }],
  };
}

async function settle(
  parts: ConverseParts,
  turn: Turn,
  stored: StoredEvent,
  conflicts: number,
): Promise<{ record: TurnRecord; outcome: Outcome }> {
  let decision: Decision;
  let error: TurnRecord["error"];
  try {
    decision = await decide(parts, turn);
    error = decision.outcome.refusal;
  } catch (thrown) {
    if (thrown instanceof ConflictError) throw thrown;
    if (!(thrown instanceof UserError) && stored.attempts + 1 < MAX_ATTEMPTS) throw thrown;
    ({ decision, error } = refuse(parts, turn, thrown));
  }
  const at = parts.clock.now().toISOString();
  const marked = await tellStale(parts, turn, decision.outcome, at);
  const next = await presentNext(parts, turn, marked, conflicts + stored.attempts === 0);
  const introduced = introduce(turn, next, parts.model.info);
  const told = parts.welcome?.(turn, introduced) ?? introduced;
  // What is written of another film completes no step of this one.
  const other = told.project !== undefined && told.project.id !== turn.project.id;
  const outcome = (other ? undefined : parts.follow?.(turn, told, at)) ?? told;
  const record = composeRecord({
    turn,
    outcome,
    at,
    ids: parts.ids,
    deliver: parts.sends(turn.session.place.platform),
    ...(decision.press ? { press: decision.press } : {}),
    ...(error ? { error } : {}),
  });
  return { record, outcome };
}

function refuse(
  parts: ConverseParts,
  turn: Turn,
  thrown: unknown,
): { decision: Decision; error: NonNullable<TurnRecord["error"]> } {
  if (thrown instanceof UserError) {
    const text = `${thrown.message} ${thrown.hint}`;
    return {
      decision: { outcome: { blocks: [{ type: "text", text }] } },
      error: { code: thrown.code, message: thrown.message, hint: thrown.hint },
    };
  }
  parts.logger.error(
    { err: thrown, turn_id: turn.id, session_id: turn.session.id },
    "a turn failed for good",
  );
  const message = `Something failed on my side, reference ${turn.id}. Nothing was changed.`;
  const hint = "Try it once more; if it fails again, tell whoever runs this Backlot the reference.";
  return {
    decision: { outcome: { blocks: [{ type: "text", text: `${message} ${hint}` }] } },
    error: { code: "internal", message, hint, reference: turn.id },
  };
}

async function announce(parts: ConverseParts, record: TurnRecord, outcome: Outcome): Promise<void> {
  const { updated_messages, session } = record;
  parts.onTurn(record.event_id, turnView(record), record.deliver || updated_messages.length > 0);
  parts.bus.publish(`turn:${record.event_id}`, undefined);
  const told = updated_messages.map((message) => message.session_id);
  for (const id of new Set([session.id, ...told])) parts.bus.publish(`session:${id}`, undefined);
  await outcome.afterCommit?.();
}
