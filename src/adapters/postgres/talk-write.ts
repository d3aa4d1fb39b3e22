import { sql } from "kysely";
import type { TurnRecord } from "../../chat/turn-record.ts";
import { fixed } from "./fixed.ts";
import { storable, storableJson } from "./storable.ts";

/** What `backlot.commit_talk` writes of a turn; what has any other part is not its business. */
const PARTS = new Set([
  ...["turn_id", "event_id", "view", "sessions", "reply", "choices", "deliver", "frames", "feeds", "words"],
]);

/** What `backlot.commit_talk` is given. */
export interface Talk {
  readonly event: string;
  readonly turn: string;
  readonly view: string;
  readonly reply: string;
  readonly choices: string | null;
  readonly project: string;
  readonly at: string;
  readonly memory: string | null;
  readonly deliver: boolean;
  readonly words: string | null;
}

/** Writes a turn which only talks. Answers null where the event is answered already, else whether the reply can be sent as it is. */
export const commitTalk = fixed<Talk, { readonly clear: boolean | null }>(
  (value) => sql`SELECT backlot.commit_talk(
    ${value("event")}, ${value("turn")}, ${value("view")}::jsonb,
    ${value("reply")}::jsonb, ${value("choices")}::jsonb,
    ${value("project")}, ${value("at")}, ${value("memory")}::jsonb, ${value("deliver")}, ${value("words")}) AS clear`,
);

/** A turn which only talks, given all its parts as `turnWrite` puts them. Undefined for any other. */
export function talkOf(record: TurnRecord, write: Readonly<Record<string, unknown>>): Talk | undefined {
  const { session, sessions, reply, choices, frames, deliver } = record;
  const at = session.last_message_at;
  const [frame] = frames;
  const saysAlone = frames.length === 1 && frame?.type === "message.created" && frame.message === reply;
  if (!record.touches || at === undefined || sessions.length > 0 || !saysAlone) return undefined;
  if (reply.session_id !== session.id || !Object.keys(write).every((key) => PARTS.has(key))) return undefined;
  return {
    event: storable(record.event_id),
    turn: record.turn_id,
    view: storableJson(write.view),
    reply: storableJson(reply),
    choices: choices.length > 0 ? storableJson(choices) : null,
    project: session.project_id,
    at,
    memory: record.keeps ? null : storableJson(session.memory),
    deliver,
    words: record.words === undefined ? null : storable(record.words),
  };
}
