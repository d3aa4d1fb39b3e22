import type { Change } from "../domain/bible/change.ts";
import type { PublicChange } from "./frame.ts";
import type { Block } from "./reply.ts";
import type { TurnRecord, TurnView } from "./turn-record.ts";

/** What the caller of a turn is told; a store answers the same later for the same event. */
export function turnView(record: TurnRecord): TurnView {
  const { reply, session } = record;
  return {
    turn_id: record.turn_id,
    session_id: session.id,
    project_id: session.project_id,
    message_id: reply.id,
    ...(record.private ? { private: true } : {}),
    ...(record.opened ? { opened: true } : {}),
    reply: { message_id: reply.id, text: reply.text, blocks: reply.blocks },
    changes: record.changes.map(publicChange),
    choices: choicesOf(reply.blocks),
    ...(record.operation ? { operation: record.operation.operation } : {}),
    ...(record.error ? { error: record.error } : {}),
  };
}

/** The change as people and clients see it: without the whole entries. */
export function publicChange({ before: _before, after: _after, ...rest }: Change): PublicChange {
  return rest;
}

/** Every choice the reply shows, stored ones and computed ones alike. */
const choicesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === "choices" ? block.choices : []));
