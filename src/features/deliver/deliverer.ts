import type { Delivery } from "../../ports/delivery-store.ts";
import { change, editOf, load, post } from "./deliver-row.ts";
import { EditGate } from "./edit-gate.ts";
import type { DelivererParts } from "./parts.ts";

const BATCH = 50;

export interface Deliverer {
  /** Says that something may be due. */
  kick(): void;
  /** Sends what is due now and resolves when done; what failed waits for its time. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Brings every reply to its platform: sent, tried again with back-off and the platform's own Retry-After, or given up
 * and reported in the log. Rows are stored, so a restart goes on where it stopped; the newest version of a message wins.
 */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const gate = new EditGate();
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let callOff = () => {};

  const drain = async () => {
    for (;;) {
      const due = await parts.deliveries.due(parts.clock.now(), BATCH);
      if (due.length === 0 || stopped) break;
      const posts = Map.groupBy(
        due.filter((row) => !isPosted(row)),
        (row) => row.session_id,
      );
      await Promise.all([
        changeInTurn(parts, gate, due.filter(isPosted)),
        ...[...posts.values()].map((rows) => postInOrder(parts, rows)),
      ]);
    }
    const next = await parts.deliveries.nextDue();
    callOff();
    if (next && !stopped)
      callOff = parts.clock.after(Math.max(50, next.getTime() - parts.clock.now().getTime()), kick);
  };

  const kick = () => {
    if (stopped) return;
    again = true;
    running ??= (async () => {
      while (again) {
        again = false;
        await drain().catch((error: unknown) =>
          parts.logger.error({ err: error }, "the outbox could not be read"),
        );
      }
      running = undefined;
    })();
  };

  return {
    kick,
    drain: async () => {
      kick();
      await running;
    },
    stop: async () => {
      stopped = true;
      callOff();
      await running;
    },
  };
}

/** One session's posts go out one after the other: a later line never overtakes an earlier one. */
async function postInOrder(parts: DelivererParts, rows: readonly Delivery[]): Promise<void> {
  for (const row of rows) {
    const loaded = await load(parts, row);
    if (loaded && !(await post(parts, loaded))) return;
  }
}

/** Edits go out as their platforms allow: what somebody waits for first, then what was not seen to for longest. */
async function changeInTurn(
  parts: DelivererParts,
  gate: EditGate,
  rows: readonly (Delivery & { readonly platform_id: string })[],
): Promise<void> {
  const loaded = await Promise.all(
    rows.map(async (row) => {
      const all = await load(parts, row);
      return all ? [{ ...all, edit: editOf(all, row.platform_id), id: row.platform_id }] : [];
    }),
  );
  const inTurn = loaded
    .flat()
    .sort(
      (a, b) =>
        Number(b.edit.urgent) - Number(a.edit.urgent) ||
        gate.lastAt(a.row.message_id) - gate.lastAt(b.row.message_id),
    );
  await Promise.all(
    inTurn.map(async (one) => {
      const now = parts.clock.now().getTime();
      const wait = gate.waitMs(one.edit, now);
      if (wait > 0) await parts.deliveries.postpone(one.row.message_id, new Date(now + wait));
      else await change(parts, gate, one, one.id);
    }),
  );
}

const isPosted = (row: Delivery): row is Delivery & { platform_id: string } => row.platform_id !== undefined;
