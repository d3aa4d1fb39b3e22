import { createPostgresBackend, createRedisBackend, runMigrations } from "bullmq";
import { Redis } from "ioredis";
import { UserError } from "../../domain/errors.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Queue } from "../../ports/queue.ts";
import type { Connection, PostgresPool, QueueTimings } from "./connection.ts";
import { BullJobQueue } from "./queue.ts";

const DEFAULT_NAME = "backlot";
const OPEN_WITHIN_MS = 10_000;
const DEFAULT_TIMINGS: QueueTimings = { backoffMs: 1_000, lockMs: 20_000, stalledMs: 10_000 };

export type QueueConfig =
  | { readonly kind: "redis"; readonly url: string }
  | {
      readonly kind: "postgres";
      readonly pool: PostgresPool;
      /** No other process can hold this database: jobs found running at the start were left by one that died. */
      readonly soleOwner: boolean;
    };

export interface QueueSettings {
  readonly name?: string;
  readonly timings?: Partial<QueueTimings>;
  /** A backend that does not answer for this long at the start is away. */
  readonly openWithinMs?: number;
  readonly logger?: Logger;
}

/** Opens the queue on the backend the config names. The caller closes it before the pool. */
export async function openQueue(config: QueueConfig, settings: QueueSettings = {}): Promise<Queue> {
  const name = settings.name ?? DEFAULT_NAME;
  const { logger } = settings;
  const connection =
    config.kind === "redis"
      ? overRedis(name, config.url, logger)
      : await overPostgres(name, config.pool, !config.soleOwner);
  const queue = new BullJobQueue({
    connection,
    timings: { ...DEFAULT_TIMINGS, ...settings.timings },
    logger,
  });
  try {
    const opening = queue.open(config.kind === "postgres" && config.soleOwner);
    await inTime(opening, settings.openWithinMs ?? OPEN_WITHIN_MS, connection.provider);
    return queue;
  } catch (error) {
    // A tidy goodbye would wait for the one who does not answer.
    connection.abandon();
    queue.close().catch(() => undefined);
    throw error;
  }
}

async function inTime(opening: Promise<void>, ms: number, provider: Connection["provider"]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(away(provider)), ms);
  });
  try {
    await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
  }
}

function away(provider: Connection["provider"]): UserError {
  const [what, hint] =
    provider === "redis"
      ? ["Redis", "Start Redis and check REDIS_URL, or remove REDIS_URL to use the embedded queue."]
      : ["The queue's database", "Check that nothing else holds it, then start again."];
  return new UserError("unavailable", `${what} does not answer.`, hint, { retryable: true });
}

function overRedis(name: string, url: string, logger: Logger | undefined): Connection {
  // Blocking reads have no end, so a request may be retried for as long as Redis is away.
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on("error", (error) => logger?.warn({ err: error }, "Redis reported an error"));
  return {
    provider: "redis",
    name,
    connection: redis,
    factory: createRedisBackend as Connection["factory"],
    shared: true,
    close: async () => {
      await redis.quit();
    },
    abandon: () => redis.disconnect(),
  };
}

async function overPostgres(name: string, pool: PostgresPool, shared: boolean): Promise<Connection> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  return {
    provider: "postgres",
    name,
    connection: pool,
    factory: createPostgresBackend as Connection["factory"],
    pool,
    shared,
    close: async () => undefined,
    abandon: () => undefined,
  };
}
