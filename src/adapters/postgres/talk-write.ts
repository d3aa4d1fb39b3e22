import { sql } from "kysely";
import type { TurnRecord } from "../../chat/turn-record.ts";
import { storable, storableJson } from "./storable.ts";

/** What `backlot.commit_talk` writes of a turn; what has any other part is not its business. */
const PARTS = new Set([
  ...["turn_id", "event_id", "view", "sessions", "reply", "choices", "deliver", "frames", "feeds"],
]);

/** The call that writes a turn which only talks, given all its parts as `turnWrite` puts them. Undefined for any other. */
export function talkWrite(record: TurnRecord, write: Readonly<Record<string, unknown>>) {
  const { session, sessions, reply, choices, frames } = record;
  const at = session.last_message_at;
  const [frame] = frames;
  const saysAlone = frames.length === 1 && frame?.type === "message.created" && frame.message === reply;
  if (!record.touches || at === undefined || sessions.length > 0 || !saysAlone) return undefined;
  if (reply.session_id !== session.id || !Object.keys(write).every((key) => PARTS.has(key))) return undefined;
  return sql<boolean | null>`backlot.commit_talk(
    ${storable(record.event_id)}, ${record.turn_id}, ${storableJson(write.view)}::jsonb,
    ${storableJson(reply)}::jsonb, ${choices.length > 0 ? storableJson(choices) : null}::jsonb,
    ${session.project_id}, ${at}, ${storableJson(session.memory)}::jsonb, ${record.deliver})`;
}
