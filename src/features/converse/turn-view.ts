import type { Block } from "../../chat/reply.ts";
import type { TurnRecord, TurnView } from "../../chat/turn-record.ts";
import { publicChange } from "./compose.ts";

/** What the caller of a turn is told; equal to what the store answers later for the same event. */
export function turnView(record: TurnRecord): TurnView {
  return {
    turn_id: record.turn_id,
    session_id: record.session.id,
    project_id: record.session.project_id,
    message_id: record.reply.id,
    reply: { message_id: record.reply.id, text: record.reply.text, blocks: record.reply.blocks },
    changes: record.changes.map(publicChange),
    choices: choicesOf(record.reply.blocks),
    ...(record.operation ? { operation: record.operation.operation } : {}),
    ...(record.error ? { error: record.error } : {}),
  };
}

/** Every choice the reply shows, stored ones and computed ones alike. */
const choicesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === "choices" ? block.choices : []));
