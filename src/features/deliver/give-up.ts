import type { ChatMessage } from "../../chat/chat-message.ts";
import { saidIdOf } from "../../chat/turn-ids.ts";
import type { Session } from "../../domain/session.ts";
import type { Delivery } from "../../ports/delivery-store.ts";
import type { DeliveryFailure, Platform } from "../../ports/platform.ts";
import type { Notices } from "./notices.ts";
import type { DelivererParts } from "./parts.ts";

/** Where it failed, when it got as far as its platform. */
interface Where {
  readonly session: Session;
  readonly platform: Platform;
  readonly message: ChatMessage;
  readonly failure: DeliveryFailure;
  readonly notices: Notices;
}

/** Says in the log that a reply will not arrive, and tells the person who waits for it, now or when something does. */
export async function giveUp(
  parts: DelivererParts,
  row: Delivery,
  reason: string,
  where?: Where,
): Promise<void> {
  const about = { message_id: row.message_id, session_id: row.session_id, attempts: row.attempts, reason };
  const known = where?.notices.knows(row.session_id, reason) ?? false;
  where?.notices.note(row.session_id, reason);
  parts.logger[known ? "debug" : "error"](about, "a reply could not be delivered");
  // A state that was not shown is no reply that is missing.
  const isMissed = where !== undefined && row.delivered_version === 0;
  const told = isMissed && (await tellPerson(parts, where));
  await parts.deliveries.dead(row.message_id, reason, isMissed && !told);
}

/** Says once in the log that what was posted in a session cannot be changed for now. */
export function logShutOut(
  { logger }: DelivererParts,
  { message_id, session_id }: Delivery,
  { message: reason }: DeliveryFailure,
  notices: Notices,
): void {
  if (notices.knows(session_id, reason)) return;
  notices.note(session_id, reason);
  logger.error({ message_id, session_id, reason }, "a post cannot be changed until I am let in again");
}

/** Answers whether the person knows: told now, or a while ago of the same. */
async function tellPerson(
  parts: DelivererParts,
  { session, message, platform, failure, notices }: Where,
): Promise<boolean> {
  const { advice } = failure;
  if (advice === undefined || !platform.tell) return false;
  try {
    const said = message.turn_id && (await parts.messages.get(saidIdOf(message.turn_id)));
    const person = said ? said.user_id : session.created_by;
    const whom = `${session.id} ${person}`;
    if (notices.knows(whom, advice)) return true;
    const told = await platform.tell(session.place, person, advice);
    if (told) notices.note(whom, advice);
    return told;
  } catch (error) {
    parts.logger.warn({ err: error, session_id: session.id }, "nobody could be told what went wrong");
    return false;
  }
}
