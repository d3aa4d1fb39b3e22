import type { ChatMessage } from "../../chat/chat-message.ts";
import type { ReadyReply } from "../../chat/ready-reply.ts";
import type { Delivery } from "../../ports/delivery-store.ts";
import type { Task } from "./board.ts";
import {
  change,
  editOf,
  type Loaded,
  loaded,
  type Outlook,
  type Placed,
  placed,
  post,
} from "./deliver-row.ts";
import type { Drafts } from "./drafts.ts";
import type { DelivererParts } from "./parts.ts";

const READ_AGAIN_MS = 1_000;
/** Longer ago a message may have been changed since. */
const NEW_MS = 100;
const RANKS = { answer: 0, urgent: 1, progress: 2 };

interface Work {
  readonly parts: DelivererParts;
  readonly outlook: Outlook;
  readonly drafts: Drafts;
}

/** What is to be done for a row, once its turn has come. Undefined where nothing can be. */
export async function taskOf(work: Work, row: Delivery): Promise<Task | undefined> {
  work.drafts.seal(row.message_id);
  const one = await placed(work.parts, row);
  if (!one) return undefined;
  if (!isPosted(row)) return postTask(work, one);
  const shown = await loaded(work.parts, one);
  return shown && editTask(work, shown, row.platform_id);
}

/** The same for a reply that was stored just now: its row is as all rows are at first. Undefined where the row has to be read, or was read already. */
export function readyTask(work: Work, { session, message }: ReadyReply): Task | undefined {
  const platform = work.parts.platform(session.place.platform);
  if (!platform || work.drafts.isSealed(message.id)) return undefined;
  work.drafts.seal(message.id);
  const row: Delivery = {
    message_id: message.id,
    session_id: message.session_id,
    wanted_version: message.version,
    delivered_version: 0,
    attempts: 0,
  };
  return postTask(work, { row, session, platform }, message);
}

/** `stored`: the message as it is now. One that has had to wait is read again. */
function postTask(work: Work, one: Placed, stored?: ChatMessage): Task {
  const { parts, outlook, drafts } = work;
  const { row } = one;
  const channel = queueOf(one);
  const now = () => parts.clock.now().getTime();
  let newUntil = now() + NEW_MS;
  return {
    id: row.message_id,
    channel,
    session: row.session_id,
    rank: RANKS.answer,
    seenTo: () => 0,
    waitMs: (now) => outlook.heldMs(channel, now),
    touch: () => {
      newUntil = Number.NEGATIVE_INFINITY;
    },
    run: () =>
      kept(work, row, async () => {
        const draft = await drafts.close(row.message_id);
        const isNew = stored !== undefined && now() <= newUntil;
        const all = isNew ? { ...one, message: stored } : await loaded(parts, one);
        if (!all) return true;
        // What was read of the row may be older than its draft.
        const drafted = draft.mayBeThere ? { ...all, row: { ...row, drafted: true as const } } : all;
        if (draft.id === undefined) return post(parts, outlook, channel, drafted);
        return change(parts, outlook, drafted, editOf(all, draft.id), draft.id);
      }),
  };
}

function editTask(work: Work, shown: Loaded, platformId: string): Task {
  const { parts, outlook, drafts } = work;
  const { row } = shown;
  const edit = editOf(shown, platformId);
  const now = () => parts.clock.now().getTime();
  let read = now();
  return {
    id: row.message_id,
    channel: queueOf(shown),
    rank: edit.urgent ? RANKS.urgent : RANKS.progress,
    seenTo: () => outlook.gate.lastAt(row.message_id),
    waitMs: (at) => outlook.gate.waitMs(edit, at),
    touch: () => {
      read = Number.NEGATIVE_INFINITY;
    },
    run: async () => {
      const end = outlook.gate.begin(edit);
      const done = await kept(work, row, async () => {
        const { id = platformId } = await drafts.close(row.message_id);
        const newest = now() > read ? await loaded(parts, shown) : shown;
        return !newest || change(parts, outlook, newest, edit, id);
      });
      end(now());
      return done;
    },
  };
}

/** What the store does not take is tried again soon: the platform knows a message that it was given before. */
async function kept({ parts, outlook }: Work, row: Delivery, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    parts.logger.error({ err: error, message_id: row.message_id }, "what a send came to was not kept");
    outlook.wakeAt(parts.clock.now().getTime() + READ_AGAIN_MS);
    return false;
  }
}

const queueOf = ({ session: { place }, platform }: Placed): string => {
  const { thread, channel } = place;
  return `${place.platform} ${platform.queueOf?.(place) ?? thread ?? channel}`;
};

const isPosted = (row: Delivery): row is Delivery & { platform_id: string } => row.platform_id !== undefined;
