import type { ChatMessage } from "../../chat/chat-message.ts";
import type { ProgressBlock } from "../../chat/reply.ts";
import type { Session } from "../../domain/session.ts";
import { backoffMs } from "../../lib/backoff.ts";
import type { Delivery } from "../../ports/delivery-store.ts";
import type { DeliveryFailure, Platform } from "../../ports/platform.ts";
import type { Edit, EditGate } from "./edit-gate.ts";
import type { DelivererParts } from "./parts.ts";

const MAX_ATTEMPTS = 8;
/** The last state of bulk work is worth more than an hour of a platform that is away. */
const MAX_PROGRESS_ATTEMPTS = 200;

/** A row with all that its delivery takes. */
export interface Loaded {
  readonly row: Delivery;
  readonly session: Session;
  readonly message: ChatMessage;
  readonly platform: Platform;
}

/** Undefined, and given up, when what it takes is gone. */
export async function load(parts: DelivererParts, row: Delivery): Promise<Loaded | undefined> {
  const [session, message] = await Promise.all([
    parts.sessions.get(row.session_id),
    parts.messages.get(row.message_id),
  ]);
  const platform = session && parts.platform(session.place.platform);
  if (session && message && platform) return { row, session, message, platform };
  await giveUp(parts, row, "its session, message or platform is gone");
  return undefined;
}

/** Posts a message. Answers false when what comes after it in its session must wait. */
export async function post(
  parts: DelivererParts,
  { row, session, message, platform }: Loaded,
): Promise<boolean> {
  try {
    const platformId = await platform.send(session.place, message);
    await parts.deliveries.delivered(row.message_id, message.version, platformId);
    return true;
  } catch (error) {
    return failed(parts, row, error, MAX_ATTEMPTS);
  }
}

/** The edit that a posted message waits for, as its platform counts it. */
export function editOf({ row, session, message, platform }: Loaded, platformId: string): Edit {
  const { thread, channel } = session.place;
  return {
    platform,
    message_id: row.message_id,
    channel: platform.edits?.channelOf(session.place, platformId) ?? thread ?? channel,
    urgent: !message.blocks.some(isUnderWay),
  };
}

/** Brings a posted message to its newest state; one that shows progress and was deleted is posted once more. */
export async function change(
  parts: DelivererParts,
  gate: EditGate,
  loaded: Loaded,
  platformId: string,
): Promise<void> {
  const { row, session, message, platform } = loaded;
  const edit = editOf(loaded, platformId);
  const end = gate.begin(edit);
  const showsProgress = message.blocks.some(isProgress);
  try {
    const id = await platform.edit(session.place, platformId, message).catch((error: DeliveryFailure) => {
      if (!error.gone || !showsProgress) throw error;
      return platform.send(session.place, message, platformId);
    });
    await parts.deliveries.delivered(row.message_id, message.version, id);
  } catch (error) {
    const { retryAfterMs } = error as DeliveryFailure;
    if (retryAfterMs === undefined) {
      await failed(parts, row, error, showsProgress ? MAX_PROGRESS_ATTEMPTS : MAX_ATTEMPTS);
      return;
    }
    const until = parts.clock.now().getTime() + retryAfterMs;
    gate.refused(edit, until);
    await parts.deliveries.postpone(row.message_id, new Date(until));
  } finally {
    end(parts.clock.now().getTime());
  }
}

const isProgress = (block: ChatMessage["blocks"][number]): block is ProgressBlock =>
  block.type === "progress";

/** Of progress only the way is unhurried: a pause or an ending is waited for. */
const isUnderWay = (block: ChatMessage["blocks"][number]): boolean =>
  isProgress(block) && (block.status === "pending" || block.status === "processing");

async function failed(
  parts: DelivererParts,
  row: Delivery,
  error: unknown,
  maxAttempts: number,
): Promise<boolean> {
  const { retryAfterMs, final } = error as DeliveryFailure;
  const text = error instanceof Error ? error.message : String(error);
  if (final || row.attempts + 1 >= maxAttempts) {
    await giveUp(parts, row, text);
    return true;
  }
  const wait = retryAfterMs ?? backoffMs(row.attempts + 1);
  await parts.deliveries.retryAt(row.message_id, new Date(parts.clock.now().getTime() + wait), text);
  return false;
}

async function giveUp(parts: DelivererParts, row: Delivery, reason: string): Promise<void> {
  parts.logger.error(
    { message_id: row.message_id, session_id: row.session_id, attempts: row.attempts, reason },
    "a reply could not be delivered",
  );
  await parts.deliveries.dead(row.message_id, reason);
}
