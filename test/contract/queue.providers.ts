import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { openQueue, type QueueConfig } from "../../src/adapters/bullmq/backend.ts";
import { openDatabase } from "../../src/adapters/postgres/database.ts";
import { openServerDatabase, type ServerDatabase } from "../../src/adapters/postgres/server-database.ts";
import type { Queue } from "../../src/ports/queue.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { silent } from "../support/stage.ts";
import { memoryDatabaseImage, openMemoryDatabase } from "./memory-database.ts";
import type { QueueLab, QueueProvider } from "./queue.lab.ts";

let labs = 0;

export async function postgresProvider(): Promise<QueueProvider> {
  const database = await openMemoryDatabase();
  const template = await mkdtemp(join(tmpdir(), "backlot-queue-"));
  const made = await openDatabase({ kind: "folder", dataDir: template, image: await memoryDatabaseImage() });
  await made.close();
  return {
    name: "postgres",
    lab: async () =>
      lab(
        () => ({ kind: "postgres", pool: database.pool, soleOwner: false }),
        async () => undefined,
      ),
    crashLab: async () => {
      const dataDir = await mkdtemp(join(tmpdir(), "backlot-queue-"));
      await cp(template, dataDir, { recursive: true });
      let reopened: typeof made | undefined;
      return {
        child: { kind: "folder", dataDir, name: "crash" },
        openAfter: async (timings) => {
          reopened = await openDatabase({ kind: "folder", dataDir });
          const config: QueueConfig = { kind: "postgres", pool: reopened.pool, soleOwner: true };
          return openQueue(config, { name: "crash", timings });
        },
        dispose: async () => {
          await reopened?.close();
          await rm(dataDir, { recursive: true });
        },
      };
    },
    dispose: async () => {
      await database.close();
      await rm(template, { recursive: true });
    },
  };
}

export async function serverProvider(): Promise<QueueProvider> {
  const url = await (await startPostgres()).database();
  /** Each queue has connections of its own, as in a process of its own. */
  const opener = () => {
    const databases: ServerDatabase<object>[] = [];
    return {
      open: async (): Promise<QueueConfig> => {
        const database = await openServerDatabase<object>({ url, logger: silent });
        databases.push(database);
        return { kind: "postgres", pool: database.pool, soleOwner: false };
      },
      close: async () => void (await Promise.all(databases.map((database) => database.close()))),
    };
  };
  return {
    name: "postgres",
    lab: async () => {
      const { open, close } = opener();
      return lab(open, close);
    },
    crashLab: async () => {
      const { open, close } = opener();
      const name = nextName();
      return {
        child: { kind: "server", url, name },
        openAfter: async (timings) => openQueue(await open(), { name, timings }),
        dispose: close,
      };
    },
    dispose: async () => undefined,
  };
}

export async function redisProvider(url: string): Promise<QueueProvider> {
  return {
    name: "redis",
    lab: async () =>
      lab(
        () => ({ kind: "redis", url }),
        (name) => removeKeys(url, name),
      ),
    crashLab: async () => {
      const name = nextName();
      return {
        child: { kind: "redis", url, name },
        openAfter: (timings) => openQueue({ kind: "redis", url }, { name, timings }),
        dispose: () => removeKeys(url, name),
      };
    },
    dispose: async () => undefined,
  };
}

function lab(
  config: () => QueueConfig | Promise<QueueConfig>,
  clean: (name: string) => Promise<void>,
): QueueLab {
  const name = nextName();
  const opened: Queue[] = [];
  return {
    open: async (timings) => {
      const queue = await openQueue(await config(), { name, ...(timings === undefined ? {} : { timings }) });
      opened.push(queue);
      return queue;
    },
    dispose: async () => {
      await Promise.all(opened.map((queue) => queue.close()));
      await clean(name);
    },
  };
}

function nextName(): string {
  labs += 1;
  return `test-${process.pid}-${labs}`;
}

async function removeKeys(url: string, name: string): Promise<void> {
  const redis = new Redis(url);
  const keys = await redis.keys(`bull:${name}*`);
  if (keys.length > 0) await redis.del(...keys);
  await redis.quit();
}
