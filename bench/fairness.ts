/**
 * A small operation beside a large one, and what ten thousand jobs of one operation cost to add, to cancel and to forget.
 * `node bench/fairness.ts`: PGlite in a folder, and Redis too when REDIS_URL is set.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openQueue, type QueueConfig } from "../src/adapters/bullmq/backend.ts";
import { openDatabase } from "../src/adapters/postgres/database.ts";
import type { Job, Queue } from "../src/ports/queue.ts";
import { table } from "./harness.ts";

const LARGE = 1_000;
const SMALL = 10;
const CONCURRENCY = 8;
const MANY = 10_000;

type Way = "as they come" | "turns" | "windows";
/** Jobs of one operation that are in the queue at once, where they are handed over in windows. */
const WINDOW = 16;

const fair: (string | number)[][] = [];
const many: (string | number)[][] = [];
const dataDir = await mkdtemp(join(tmpdir(), "backlot-bench-"));
const database = await openDatabase({ kind: "folder", dataDir });
let statements = 0;
const { query } = database.pool;
database.pool.query = (text, params) => {
  statements += 1;
  return query.call(database.pool, text, params);
};
try {
  await measure("PGlite", { kind: "postgres", pool: database.pool, soleOwner: true });
  const url = process.env.REDIS_URL;
  if (url !== undefined) await measure("Redis", { kind: "redis", url });
  table(
    `${SMALL} empty jobs added once the first of ${LARGE} has begun, ${CONCURRENCY} at a time, best of three`,
    ["", "small ends after ms", "large ends after ms", "jobs per second"],
    fair,
  );
  table(
    `${MANY} jobs of one operation, milliseconds`,
    ["", "add", "cancel", "statements", "forget", "statements", "MiB more at most"],
    many,
  );
} finally {
  await database.close();
  await rm(dataDir, { recursive: true });
}

async function measure(name: string, config: QueueConfig): Promise<void> {
  await beside(name, config, "turns");
  for (const way of ["as they come", "windows", "turns"] as const) {
    const rounds = [];
    for (let round = 0; round < 3; round += 1) rounds.push(await beside(name, config, way));
    const [best] = rounds.toSorted((a, b) => a.large - b.large);
    if (best) fair.push([`${name}, ${way}`, best.small, best.large, ((LARGE + SMALL) * 1_000) / best.large]);
  }
  await tenThousand(name, config);
}

function jobsOf(part: string, count: number, way: Way): Job[] {
  return Array.from({ length: count }, (_, turn) => ({
    id: `${part}.${turn}`,
    name: part,
    data: {},
    priority: 10,
    ...(way === "turns" ? { share: { group: part, part, turn } } : {}),
  }));
}

async function beside(
  name: string,
  config: QueueConfig,
  way: Way,
): Promise<{ small: number; large: number }> {
  const queue = await openQueue(config, { name: `bench-${name}-${process.pid}-${Math.random()}` });
  const left = new Map([
    ["large", LARGE],
    ["small", SMALL],
  ]);
  const waiting = new Map<string, Job[]>();
  const endedAt = new Map<string, number>();
  const all = Promise.withResolvers<void>();
  const add = async (part: string, count: number): Promise<void> => {
    const jobs = jobsOf(part, count, way);
    waiting.set(part, jobs.splice(way === "windows" ? WINDOW : count));
    await queue.add(jobs);
  };
  await add("large", LARGE);
  const began = performance.now();
  const started = Promise.withResolvers<void>();
  const worker = await queue.work(
    async (job) => {
      started.resolve();
      const next = waiting.get(job.name)?.shift();
      if (next) await queue.add([next]);
      left.set(job.name, (left.get(job.name) ?? 0) - 1);
      if (left.get(job.name) === 0) endedAt.set(job.name, performance.now() - began);
      if (endedAt.size === 2) all.resolve();
    },
    { concurrency: CONCURRENCY },
  );
  await started.promise;
  await add("small", SMALL);
  await all.promise;
  await worker.close();
  await queue.close();
  return { small: endedAt.get("small") ?? 0, large: endedAt.get("large") ?? 0 };
}

async function tenThousand(name: string, config: QueueConfig): Promise<void> {
  const queue = await openQueue(config, { name: `bench-many-${name}-${process.pid}` });
  const jobs = jobsOf("many", MANY, "turns");
  const ids = jobs.map((job) => job.id);
  await adding(queue, jobs);
  await queue.cancel(ids);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 5);
  const added = await adding(queue, jobs);
  statements = 0;
  const cancelled = await timed(async () => {
    const removed = await queue.cancel(ids);
    if (removed.length !== MANY) throw new Error(`${removed.length} were removed`);
  });
  const toCancel = statements;
  await queue.add(jobs.map((job) => ({ ...job, attempts: 1 })));
  const ended = Promise.withResolvers<void>();
  let count = 0;
  const stop = queue.onEvent(() => {
    count += 1;
    if (count === MANY) ended.resolve();
  });
  const worker = await queue.work(async () => undefined, { concurrency: CONCURRENCY });
  await ended.promise;
  stop();
  await worker.close();
  statements = 0;
  const forgotten = await timed(() => queue.forget(ids));
  clearInterval(watch);
  const unknown = name === "Redis" ? "–" : undefined;
  many.push([
    name,
    added,
    cancelled,
    unknown ?? toCancel,
    forgotten,
    unknown ?? statements,
    (most - before) / 1024 / 1024,
  ]);
  await queue.close();
}

function adding(queue: Queue, jobs: readonly Job[]): Promise<number> {
  return timed(() => queue.add(jobs));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
