import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { type IQueueBackend, QueueEvents, QueueEventsProducer } from "bullmq";
import { AppError } from "../../domain/errors.ts";
import type { Connection } from "./connection.ts";
import { readingLateEvents } from "./late-events.ts";

const GREETING_EVERY_MS = 20;
const GREETING_DEADLINE_MS = 10_000;
/** Events are pushed; a look without one is only for a notification lost with its connection. */
const LOOK_AGAIN_MS = 30_000;

export interface FeedListener {
  completed(bullId: string, returned: string): void;
  failed(bullId: string, error: string): void;
  stalled(bullId: string): void;
  cancelled(bullId: string): void;
  error(error: Error): void;
}

/** What a cancelled job carries from then on: its worker hears of it, and a later run of it reads it. */
export const CANCELLED_PROGRESS = { cancelled: true };

export function isCancelled(progress: unknown): boolean {
  return typeof progress === "object" && progress !== null && "cancelled" in progress;
}

/** The queue's events, whichever process causes them, from the moment `openFeed` answers. */
export async function openFeed(at: Connection, listener: FeedListener): Promise<() => Promise<void>> {
  const events = new QueueEvents<string, IQueueBackend, unknown>(
    at.name,
    { connection: at.connection, blockingTimeout: LOOK_AGAIN_MS },
    factoryOf(at),
  );
  events.on("error", (error) => listener.error(error));
  events.on("completed", ({ jobId, returnvalue }) => listener.completed(jobId, returnvalue));
  events.on("failed", ({ jobId, failedReason }) => listener.failed(jobId, failedReason));
  events.on("stalled", ({ jobId }) => listener.stalled(jobId));
  events.on("progress", ({ jobId, data }) => {
    if (isCancelled(data)) listener.cancelled(jobId);
  });
  try {
    await events.waitUntilReady();
    await greet(at, events);
  } catch (error) {
    await events.close();
    throw error;
  }
  return () => events.close();
}

function factoryOf({ factory, pool, shared }: Connection): Connection["factory"] {
  if (!pool || !shared) return factory;
  return (name, ...given) => readingLateEvents(factory(name, ...given), name, pool);
}

/** BullMQ does not say when it has begun to listen, so it is told something until it is heard. */
async function greet(at: Connection, events: QueueEvents<string, IQueueBackend, unknown>): Promise<void> {
  const producer = new QueueEventsProducer<IQueueBackend, unknown>(
    at.name,
    { connection: at.connection },
    at.factory,
  );
  // It goes on hearing of its connection after it is closed, and what nobody takes BullMQ prints.
  producer.on("error", () => undefined);
  const eventName = `greeting-${randomUUID()}`;
  let heard = false;
  const hear = (): void => {
    heard = true;
  };
  const feed: NodeJS.EventEmitter = events;
  feed.once(eventName, hear);
  try {
    const deadline = Date.now() + GREETING_DEADLINE_MS;
    while (!heard) {
      if (Date.now() > deadline)
        throw new AppError("unavailable", "The queue's events do not arrive.", { retryable: true });
      await producer.publishEvent({ eventName });
      await delay(GREETING_EVERY_MS);
    }
  } finally {
    feed.off(eventName, hear);
    await producer.close();
  }
}
