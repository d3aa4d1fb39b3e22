import { SESSIONS_CHANGED } from "../../chat/sessions-changed.ts";
import { freedIdOf, replyIdOf } from "../../chat/turn-ids.ts";
import type { StoredEvent } from "../../ports/inbox.ts";
import type { ConverseParts } from "./parts.ts";

/**
 * What became of an event whose turn ended without a word: the store wrote it and could not say so, another process was
 * first, or the event was taken back. Whoever waits is told as after any turn. Nothing, where the event still waits.
 */
export async function tellWritten(
  parts: ConverseParts,
  { event: { id }, session_id, turn_id }: StoredEvent,
): Promise<void> {
  const { inbox, turns, bus, onTurn, unwrite } = parts;
  const known = await inbox.find(id);
  if (known?.status === "pending" && known.turn_id === turn_id) return;
  const own = await turns.findByEvent(id);
  const isOwn = own?.turn_id === turn_id;
  const view = isOwn ? own : await turns.findByEvent(freedIdOf(id, turn_id));
  if (!view) {
    unwrite?.(replyIdOf(turn_id));
    return;
  }
  bus.publish(SESSIONS_CHANGED, undefined);
  onTurn(id, view, { any: true });
  bus.publish(`turn:${id}`, isOwn ? undefined : view);
  bus.publish(`session:${session_id}`, undefined);
}
