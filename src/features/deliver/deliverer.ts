import { backoffMs } from "../../lib/backoff.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Delivery, DeliveryStore } from "../../ports/delivery-store.ts";
import type { Logger } from "../../ports/logger.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { DeliveryFailure, Platform } from "../../ports/platform.ts";
import type { SessionStore } from "../../ports/session-store.ts";

const BATCH = 50;
const MAX_ATTEMPTS = 8;

export interface DelivererParts {
  readonly deliveries: DeliveryStore;
  readonly messages: MessageStore;
  readonly sessions: SessionStore;
  readonly platform: (name: string) => Platform | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

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
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let callOff = () => {};

  const drain = async () => {
    for (;;) {
      const due = await parts.deliveries.due(parts.clock.now(), BATCH);
      if (due.length === 0 || stopped) break;
      await Promise.all([...bySession(due).values()].map((rows) => deliverInOrder(parts, rows)));
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

function bySession(rows: readonly Delivery[]): Map<string, Delivery[]> {
  return Map.groupBy(rows, (row) => row.session_id);
}

/** One session's messages go out one after the other: a later line never overtakes an earlier one. */
async function deliverInOrder(parts: DelivererParts, rows: readonly Delivery[]): Promise<void> {
  for (const row of rows) {
    const sent = await deliver(parts, row);
    if (!sent) return;
  }
}

async function deliver(parts: DelivererParts, row: Delivery): Promise<boolean> {
  const [session, message] = await Promise.all([
    parts.sessions.get(row.session_id),
    parts.messages.get(row.message_id),
  ]);
  const platform = session && parts.platform(session.place.platform);
  if (!session || !message || !platform) {
    await giveUp(parts, row, "its session, message or platform is gone");
    return true;
  }
  try {
    const platformId = row.platform_id
      ? await platform.edit(session.place, row.platform_id, message)
      : await platform.send(session.place, message);
    await parts.deliveries.delivered(row.message_id, message.version, platformId);
    return true;
  } catch (error) {
    return failed(parts, row, error);
  }
}

async function failed(parts: DelivererParts, row: Delivery, error: unknown): Promise<boolean> {
  const { retryAfterMs, final } = error as DeliveryFailure;
  const text = error instanceof Error ? error.message : String(error);
  if (final || row.attempts + 1 >= MAX_ATTEMPTS) {
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
