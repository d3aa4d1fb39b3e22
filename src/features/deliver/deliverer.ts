import type { Delivery } from "../../ports/delivery-store.ts";
import { Board, type Task } from "./board.ts";
import { change, editOf, type Loaded, load, newest, type Outlook, post } from "./deliver-row.ts";
import { Drafts, type Writing } from "./drafts.ts";
import { EditGate } from "./edit-gate.ts";
import { createHolds } from "./holds.ts";
import type { DelivererParts } from "./parts.ts";

const BATCH = 50;
/** Rows that are taken up at a time. The rest stay in the store. */
const MAX_TAKEN = 1_000;
const READ_AGAIN_MS = 1_000;
const SHORTEST_MS = 50;

const RANKS = { answer: 0, urgent: 1, progress: 2 };

export interface Deliverer {
  /** Says that something may be due. */
  kick(): void;
  /** Sends what is due now and resolves when done; what failed waits for its time. */
  drain(): Promise<void>;
  /** Shows a reply while it is written. Its last state is delivered as ever. Never throws. */
  write(writing: Writing): void;
  /** A reply that was shown while it was written will not come. Never throws. */
  unwrite(messageId: string): void;
  stop(): Promise<void>;
}

/**
 * Brings every reply to its platform: sent, tried again with back-off and the platform's own Retry-After, or given up
 * and reported. Rows are stored, so a restart goes on where it stopped; the newest version of a message wins. Every
 * channel has a queue of its own.
 */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { clock, deliveries, logger } = parts;
  const gate = new EditGate();
  let reading: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let alarm = { at: Number.POSITIVE_INFINITY, callOff: () => {} };

  const wakeAt = (at: number) => {
    if (stopped || at >= alarm.at) return;
    alarm.callOff();
    const wait = Math.max(SHORTEST_MS, at - clock.now().getTime());
    const ring = () => {
      alarm = { at: Number.POSITIVE_INFINITY, callOff: () => {} };
      kick();
    };
    alarm = { at, callOff: clock.after(wait, ring) };
  };
  const outlook: Outlook = {
    gate,
    wakeAt,
    ...createHolds(),
    drafted: (messageId) => drafts.delivered(messageId),
  };
  const drafts: Drafts = new Drafts(parts, outlook);
  const kick = () => {
    if (stopped) return;
    again = true;
    drafts.sweepLater();
    reading ??= readAll();
  };
  const board = new Board(clock, kick);

  const readAll = async () => {
    while (again) {
      again = false;
      await read().catch((error: unknown) => {
        logger.error({ err: error }, "the outbox could not be read");
        wakeAt(clock.now().getTime() + READ_AGAIN_MS);
      });
    }
    reading = undefined;
  };
  const read = async () => {
    for (let full = true; full && board.size < MAX_TAKEN && !stopped; ) {
      const rows = await deliveries.due(clock.now(), BATCH, board.taken);
      full = rows.length === BATCH;
      const loaded = await Promise.all(rows.map((row) => load(parts, row)));
      for (const one of loaded) if (one) board.add(taskOf(parts, outlook, drafts, one));
      board.pump();
    }
    if (board.size > 0 || stopped) return;
    const next = await deliveries.nextDue();
    if (next) wakeAt(next.getTime());
  };

  return {
    kick,
    drain: async () => {
      kick();
      while (reading) {
        await reading;
        await board.idle();
      }
    },
    write: (writing) => drafts.show(writing),
    unwrite: (messageId) => void drafts.drop(messageId),
    stop: async () => {
      stopped = true;
      alarm.callOff();
      await drafts.stop();
      await reading;
      await board.stop();
    },
  };
}

function taskOf(parts: DelivererParts, outlook: Outlook, drafts: Drafts, loaded: Loaded): Task {
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
