import type { Delivery } from "../../ports/delivery-store.ts";
import { Alarm } from "./alarm.ts";
import { Board, type Task } from "./board.ts";
import type { DelivererParts } from "./parts.ts";

const BATCH = 50;
/** Rows that are taken up at a time. The rest stay in the store. */
const MAX_TAKEN = 500;
const READ_AGAIN_MS = 1_000;

/** Takes up what is due, no more often than there is news. */
export interface Reader {
  readonly board: Board;
  /** There is news. */
  kick(): void;
  /** Takes up what need not be read. Answers false where there is no room for it: it has to be read later. */
  take(task: Task): boolean;
  /** Something falls due at this time, in milliseconds. */
  wakeAt(at: number): void;
  /** Takes up what is due now and resolves when it is done. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

type Take = (rows: readonly Delivery[]) => Promise<readonly Task[]>;

/** `take` makes tasks of rows, in their order. */
export function createReader({ clock, deliveries, logger }: DelivererParts, take: Take): Reader {
  let reading: Promise<void> | undefined;
  // `look`: what other processes have left for later is not known here.
  let [again, stopped, isFull, look] = [false, false, false, true];
  /** Taken up unread since the last reading began, which may have found them too. */
  const unread = new Set<string>();
  const alarm = new Alarm(clock, () => {
    look = true;
    kick();
  });
  const wakeAt = (at: number) => alarm.set(at);
  const kick = () => {
    if (stopped) return;
    again = true;
    board.touch();
    reading ??= readAll();
  };
  const board = new Board(clock, (touched) => {
    if (touched || isFull) kick();
  });
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
    // What falls due between the two reads is due for neither, unless the second goes back to the first one's time.
    const from = clock.now();
    isFull = await takeUp({ clock, deliveries }, board, { take, unread, isNews: () => again });
    if (!look || stopped) return;
    look = false;
    const next = await deliveries.nextDue(from);
    if (next) wakeAt(next.getTime());
  };
  return {
    board,
    kick,
    take: (task) => !stopped && takeUnread(board, task, reading && unread),
    wakeAt,
    drain: async () => {
      kick();
      while (reading) {
        await reading;
        await board.idle();
      }
    },
    stop: async () => {
      stopped = true;
      alarm.stop();
      await reading;
      await board.stop();
    },
  };
}

/** `known`: notes it, while a reading may find it too. */
function takeUnread(board: Board, task: Task, known: Set<string> | undefined): boolean {
  if (board.size >= MAX_TAKEN) return false;
  known?.add(task.id);
  board.add(task);
  board.pump();
  return true;
}

interface TakeUp {
  readonly take: Take;
  readonly unread: Set<string>;
  /** Whether there was news since the reading began: what it found may be old, and the next one leaves it out. */
  readonly isNews: () => boolean;
}

/** Answers whether rows are left for which there is no room. */
async function takeUp(
  { clock, deliveries }: Pick<DelivererParts, "clock" | "deliveries">,
  board: Board,
  { take, unread, isNews }: TakeUp,
): Promise<boolean> {
  for (let more = true; more && board.size < MAX_TAKEN; ) {
    unread.clear();
    board.letGo.clear();
    const rows = await deliveries.due(clock.now(), BATCH, board.taken);
    more = rows.length === BATCH;
    for (const task of await take(rows)) {
      if (unread.has(task.id) || board.letGo.has(task.session ?? "")) continue;
      if (isNews()) task.touch?.();
      board.add(task);
    }
    board.pump();
  }
  return board.size >= MAX_TAKEN;
}
