import type { ChatMessage } from "../../chat/chat-message.ts";
import type { ProgressBlock } from "../../chat/reply.ts";
import type { Session } from "../../domain/session.ts";
import { backoffMs } from "../../lib/backoff.ts";
import { mix } from "../../lib/random.ts";
import type { Delivery } from "../../ports/delivery-store.ts";
import type { DeliveryFailure, Platform } from "../../ports/platform.ts";
import type { Edit, EditGate } from "./edit-gate.ts";
import { giveUp, logShutOut } from "./give-up.ts";
import { insisting } from "./insisting.ts";
import type { Losses } from "./losses.ts";
import type { Notices } from "./notices.ts";
import type { DelivererParts } from "./parts.ts";

/** Some twenty minutes of a platform that is away. */
const MAX_ATTEMPTS = 60;
/** The last state of bulk work is worth more than an hour of it. */
const MAX_PROGRESS_ATTEMPTS = 200;
/** From the first words of a reply to its last. */
const LONGEST_WRITING_MS = 15 * 60_000;
const TWO_32 = 0x1_0000_0000;

/** A row, and where it belongs. */
export interface Placed {
  readonly row: Delivery;
  readonly session: Session;
  readonly platform: Platform;
}

/** With all that its delivery takes. */
export interface Loaded extends Placed {
  readonly message: ChatMessage;
}

/** What a delivery may change of how the others wait. */
export interface Outlook {
  readonly gate: EditGate;
  readonly notices: Notices;
  readonly losses: Losses;
  /** Milliseconds for which the platform asked to post nothing more in a channel. */
  heldMs(channel: string, now: number): number;
  hold(channel: string, until: number): void;
  /** What is there of messages, as long as the store has not noted it; of version 0 their first words. */
  readonly unnoted: Map<string, { readonly id: string; readonly version: number }>;
  /** The last state of what was shown half written is there, or will never be. */
  drafted(messageId: string): Promise<void>;
  /** Something is due now. */
  kick(): void;
  /** Something falls due at this time, in milliseconds. */
  wakeAt(at: number): void;
}

/** Undefined, and given up, when its place is gone. */
export async function placed(parts: DelivererParts, row: Delivery): Promise<Placed | undefined> {
  const session = await parts.sessions.get(row.session_id);
  const platform = session && parts.platform(session.place.platform);
  if (session && platform) return { row, session, platform };
  await giveUp(parts, row, "its session or platform is gone");
  return undefined;
}

/** With the message as it is now. Undefined, and given up, when that is gone. */
export async function loaded(parts: DelivererParts, one: Placed): Promise<Loaded | undefined> {
  const message = await parts.messages.get(one.row.message_id);
  if (message) return { ...one, message };
  await giveUp(parts, one.row, "its message is gone");
  return undefined;
}

/** Posts a message. Answers false when what comes after it in its session must wait. */
export async function post(
  parts: DelivererParts,
  outlook: Outlook,
  channel: string,
  loaded: Loaded,
): Promise<boolean> {
  const { row, session, message, platform } = loaded;
  const sent = await attempt(outlook, loaded, (there) => {
    if (there !== undefined) return edited(loaded, there);
    return row.drafted ? inPlaceOfDraft(outlook, loaded) : platform.send(session.place, message);
  });
  if ("id" in sent) {
    await delivered(parts, outlook, loaded, sent.id);
    return true;
  }
  const until = sent.retryAfterMs && parts.clock.now().getTime() + sent.retryAfterMs;
  if (until === undefined) return failed(parts, outlook, loaded, sent, MAX_ATTEMPTS);
  outlook.hold(channel, until);
  await wait(parts, outlook, row, until);
  return false;
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

/**
 * Brings a posted message to its newest state; one that shows progress, or was never seen whole, and was deleted is
 * posted once more. Answers true: nobody waits for an edit.
 */
export async function change(
  parts: DelivererParts,
  outlook: Outlook,
  loaded: Loaded,
  edit: Edit,
  platformId: string,
): Promise<boolean> {
  const { row, message } = loaded;
  const showsProgress = message.blocks.some(isProgress);
  const changed = await attempt(outlook, loaded, (there = platformId) => edited(loaded, there));
  if ("id" in changed) {
    await delivered(parts, outlook, loaded, changed.id);
  } else if (changed.retryAfterMs === undefined) {
    await failed(parts, outlook, loaded, changed, showsProgress ? MAX_PROGRESS_ATTEMPTS : MAX_ATTEMPTS);
  } else {
    const until = parts.clock.now().getTime() + changed.retryAfterMs;
    outlook.gate.refused(edit, until);
    await wait(parts, outlook, row, until);
  }
  return true;
}

const edited = ({ row, session: { place }, message, platform }: Loaded, there: string): Promise<string> =>
  platform.edit(place, there, message).catch((error: DeliveryFailure) => {
    if (!error.gone || !(row.drafted || message.blocks.some(isProgress))) throw error;
    return platform.send(place, message, there);
  });

const isProgress = (block: ChatMessage["blocks"][number]): block is ProgressBlock =>
  block.type === "progress";

/** Of progress only the way is unhurried: a pause or an ending is waited for. */
const isUnderWay = (block: ChatMessage["blocks"][number]): boolean =>
  isProgress(block) && (block.status === "pending" || block.status === "processing");

async function delivered(
  parts: DelivererParts,
  outlook: Outlook,
  { row, session, message }: Loaded,
  id: string,
): Promise<void> {
  outlook.unnoted.set(row.message_id, { id, version: message.version });
  await insisting(parts.clock, () => parts.deliveries.delivered(row.message_id, message.version, id));
  outlook.unnoted.delete(row.message_id);
  if (row.drafted) await outlook.drafted(row.message_id);
  if (row.delivered_version === 0 && (await outlook.losses.tell(session, row))) outlook.kick();
}

/** Its first words may be there, from a process that died: then they are found, and brought to the last state. */
async function inPlaceOfDraft(
  { unnoted }: Outlook,
  { session: { place }, message, platform }: Loaded,
): Promise<string> {
  const since = new Date(Date.parse(message.at) - LONGEST_WRITING_MS);
  const streamed = await platform.streaming?.find(place, since);
  const id = streamed ?? (await platform.send(place, { ...message, at: since.toISOString() }));
  unnoted.set(message.id, { id, version: 0 });
  return platform.edit(place, id, message);
}

/**
 * What a call to a platform came to: the id, or why not. What fails after it is no failure of the platform: a state that
 * is there already and could not be noted is not brought again. `work` is told where an older one is.
 */
function attempt(
  { unnoted }: Outlook,
  { row, message }: Loaded,
  work: (there?: string) => Promise<string>,
): Promise<{ id: string } | DeliveryFailure> {
  const there = unnoted.get(row.message_id);
  const call = there && there.version >= message.version ? Promise.resolve(there.id) : work(there?.id);
  return call.then(
    (id) => ({ id }),
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
}

/** Waits as long as the platform asks: that counts for no try. */
async function wait(parts: DelivererParts, outlook: Outlook, row: Delivery, until: number): Promise<void> {
  await parts.deliveries.postpone(row.message_id, new Date(until));
  outlook.wakeAt(until);
}

async function failed(
  parts: DelivererParts,
  outlook: Outlook,
  { row, session, message, platform }: Loaded,
  failure: DeliveryFailure,
  maxAttempts: number,
): Promise<boolean> {
  const tries = row.attempts + 1;
  // What people see of a post that stands there is brought to its newest state once Backlot is let in again.
  const mayReturn = failure.closed === true && row.platform_id !== undefined;
  if (mayReturn) logShutOut(parts, row, failure, outlook.notices);
  if ((failure.final && !mayReturn) || tries >= maxAttempts) {
    const { notices } = outlook;
    await giveUp(parts, row, failure.message, { session, message, platform, failure, notices });
    outlook.losses.note(row);
    outlook.unnoted.delete(row.message_id);
    if (row.drafted) await outlook.drafted(row.message_id);
    return true;
  }
  const at = parts.clock.now().getTime() + backoffMs(tries, mix(row.message_id, tries) / TWO_32);
  await parts.deliveries.retryAt(row.message_id, new Date(at), failure.message);
  outlook.wakeAt(at);
  return false;
}
