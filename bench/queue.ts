/**
 * How many empty jobs a second the queue takes in and works off: bare BullMQ on a backend, and our queue port over the
 * same BullMQ on the same backend. `node bench/queue.ts`: PGlite in a folder, and Redis too when REDIS_URL is set.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Queue as BullQueue, Worker as BullWorker, createPostgresBackend, createRedisBackend } from "bullmq";
import { Redis } from "ioredis";
import { openQueue, type QueueConfig } from "../src/adapters/bullmq/backend.ts";
import type { Connection } from "../src/adapters/bullmq/connection.ts";
import { openDatabase } from "../src/adapters/postgres/database.ts";
import { table } from "./harness.ts";

const ONE_BY_ONE = 300;
const IN_BULK = 1_000;
const CONCURRENCIES = [1, 8];
/** The first jobs compile what the later ones use. */
const WARM_UP = 300;

interface Subject {
  readonly name: string;
  add(ids: readonly string[]): Promise<void>;
  /** Works until `count` jobs have ended. */
  work(count: number, concurrency: number): Promise<void>;
  close(): Promise<void>;
}

const head = [
  "Jobs per second",
  "added singly",
  `added ${IN_BULK} at once`,
  ...CONCURRENCIES.map((n) => `worked off, ${n} at a time`),
  "CPU ms each",
];
const rows: (readonly (string | number)[])[] = [];
const dataDir = await mkdtemp(join(tmpdir(), "backlot-bench-"));
const database = await openDatabase({ kind: "folder", dataDir });
try {
  const config: QueueConfig = { kind: "postgres", pool: database.pool, soleOwner: true };
  const portOverPglite = await port("our port on PGlite", config);
  const onPglite = { connection: database.pool, factory: createPostgresBackend as Connection["factory"] };
  await measure(await bare("bare BullMQ on PGlite", onPglite));
  await measure(portOverPglite);
  const url = process.env.REDIS_URL;
  if (url !== undefined) {
    const redis = new Redis(url, { maxRetriesPerRequest: null });
    const onRedis = { connection: redis, factory: createRedisBackend as Connection["factory"] };
    await measure(await bare("bare BullMQ on Redis", onRedis));
    await measure(await port("our port on Redis", { kind: "redis", url }));
    await redis.quit();
  }
  table("Empty jobs", head, rows);
} finally {
  await database.close();
  await rm(dataDir, { recursive: true });
}

async function measure(subject: Subject): Promise<void> {
  let batch = 0;
  const ids = (count: number): string[] => {
    batch += 1;
    return Array.from({ length: count }, (_, at) => `${process.pid}-${batch}-${at}`);
  };
  await subject.add(ids(WARM_UP));
  await subject.work(WARM_UP, 4);
  const singly = await perSecond(ONE_BY_ONE, async () => {
    for (const id of ids(ONE_BY_ONE)) await subject.add([id]);
  });
  await subject.work(ONE_BY_ONE, 4);
  const bulk: number[] = [];
  const worked: number[] = [];
  let cpu = 0;
  for (const concurrency of CONCURRENCIES) {
    bulk.push(await perSecond(IN_BULK, () => subject.add(ids(IN_BULK))));
    const before = process.cpuUsage();
    worked.push(await perSecond(IN_BULK, () => subject.work(IN_BULK, concurrency)));
    const used = process.cpuUsage(before);
    cpu = (used.user + used.system) / 1000 / IN_BULK;
  }
  await subject.close();
  rows.push([subject.name, singly, Math.max(...bulk), ...worked, cpu]);
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (count * 1000) / (performance.now() - from);
}

async function bare(name: string, at: Pick<Connection, "connection" | "factory">): Promise<Subject> {
  const queueName = `bench-${process.pid}`;
  const queue = new BullQueue(queueName, { connection: at.connection }, at.factory);
  await queue.waitUntilReady();
  return {
    name,
    add: async (ids) => {
      const [only] = ids;
      if (ids.length === 1 && only !== undefined) await queue.add("empty", {}, { jobId: `j${only}` });
      else await queue.addBulk(ids.map((id) => ({ name: "empty", data: {}, opts: { jobId: `j${id}` } })));
    },
    work: async (count, concurrency) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      let ended = 0;
      const options = { connection: at.connection, concurrency };
      const worker = new BullWorker(queueName, async () => undefined, options, at.factory);
      worker.on("completed", () => {
        ended += 1;
        if (ended === count) resolve();
      });
      await promise;
      await worker.close();
    },
    close: async () => {
      await queue.obliterate({ force: true });
      await queue.close();
    },
  };
}

async function port(name: string, config: QueueConfig): Promise<Subject> {
  const queue = await openQueue(config, { name: `bench-port-${process.pid}` });
  return {
    name,
    add: (ids) => queue.add(ids.map((id) => ({ id, name: "empty", data: null }))),
    work: async (count, concurrency) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      let ended = 0;
      const stop = queue.onEvent(() => {
        ended += 1;
        if (ended === count) resolve();
      });
      const worker = await queue.work(async () => undefined, { concurrency });
      await promise;
      stop();
      await worker.close();
    },
    close: () => queue.close(),
  };
}
