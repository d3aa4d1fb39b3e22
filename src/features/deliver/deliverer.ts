import { Alarm } from "./alarm.ts";
import { Board } from "./board.ts";
import { load, type Outlook } from "./deliver-row.ts";
import { Drafts } from "./drafts.ts";
import { EditGate } from "./edit-gate.ts";
import { createHolds } from "./holds.ts";
import { Notices } from "./notices.ts";
import type { DelivererParts } from "./parts.ts";
import { taskOf } from "./task-of.ts";
import type { Writing } from "./writing.ts";

const BATCH = 50;
/** Rows that are taken up at a time. The rest stay in the store. */
const MAX_TAKEN = 1_000;
const READ_AGAIN_MS = 1_000;

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
  let reading: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const alarm = new Alarm(clock, () => kick());
  const wakeAt = (at: number) => alarm.set(at);
  const drafted = (messageId: string) => drafts.delivered(messageId);
  const outlook: Outlook = {
    gate: new EditGate(),
    notices: new Notices(clock),
    wakeAt,
    ...createHolds(),
    drafted,
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
      alarm.stop();
      await drafts.stop();
      await reading;
      await board.stop();
    },
  };
}
