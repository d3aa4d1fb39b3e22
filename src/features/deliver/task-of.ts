import type { Delivery } from "../../ports/delivery-store.ts";
import type { Task } from "./board.ts";
import { change, editOf, type Loaded, newest, type Outlook, post } from "./deliver-row.ts";
import type { Drafts } from "./drafts.ts";
import type { DelivererParts } from "./parts.ts";

const READ_AGAIN_MS = 1_000;
const RANKS = { answer: 0, urgent: 1, progress: 2 };

/** What is to be done for a row, once its turn has come. */
export function taskOf(parts: DelivererParts, outlook: Outlook, drafts: Drafts, loaded: Loaded): Task {
  const { row } = loaded;
  drafts.seal(row.message_id);
  const channel = queueOf(loaded);
  const read = parts.clock.now().getTime();
  const now = () => parts.clock.now().getTime();
  const run = async (work: (newest: Loaded) => Promise<boolean>): Promise<boolean> => {
    try {
      return await work(now() > read ? await newest(parts, loaded) : loaded);
    } catch (error) {
      parts.logger.error({ err: error, message_id: row.message_id }, "what a send came to was not kept");
      outlook.wakeAt(now() + READ_AGAIN_MS);
      return false;
    }
  };
  if (!isPosted(row))
    return {
      id: row.message_id,
      channel,
      session: row.session_id,
      rank: RANKS.answer,
      seenTo: () => 0,
      waitMs: (at) => outlook.heldMs(channel, at),
      run: () =>
        run(async (one) => {
          const draft = await drafts.close(row.message_id);
          if (draft === undefined) return post(parts, outlook, channel, one);
          const drafted = { ...one, row: { ...row, drafted: true as const } };
          return change(parts, outlook, drafted, editOf(one, draft), draft);
        }),
    };
  const edit = editOf(loaded, row.platform_id);
  return {
    id: row.message_id,
    channel,
    rank: edit.urgent ? RANKS.urgent : RANKS.progress,
    seenTo: () => outlook.gate.lastAt(row.message_id),
    waitMs: (at) => outlook.gate.waitMs(edit, at),
    run: async () => {
      const end = outlook.gate.begin(edit);
      const done = await run(async (one) =>
        change(parts, outlook, one, edit, (await drafts.close(row.message_id)) ?? row.platform_id),
      );
      end(now());
      return done;
    },
  };
}

const queueOf = ({ session: { place }, platform }: Loaded): string => {
  const { thread, channel } = place;
  return `${place.platform} ${platform.queueOf?.(place) ?? thread ?? channel}`;
};

const isPosted = (row: Delivery): row is Delivery & { platform_id: string } => row.platform_id !== undefined;
