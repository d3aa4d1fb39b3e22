import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createPostgresBackend, Queue, runMigrations, Worker } from "bullmq";
import type { Connection } from "../src/adapters/bullmq/connection.ts";
import { openDatabase } from "../src/adapters/postgres/database.ts";
import { hasEnded, Works } from "../test/support/works.ts";
import { table } from "./harness.ts";

/**
 * Bulk work of the offline engine beside bare BullMQ adding and working off as many empty jobs on the same kind of
 * database, both in this process, by how many jobs run at a time. The rounds alternate, so that a machine that slows
 * down slows both.
 */
const ITEMS = 500;
const ROUNDS = 5;
const WORKERS = [1, 2, 4, 8];

const rows: (string | number)[][] = [];
for (const workers of WORKERS) {
  const dataDir = await mkdtemp(join(tmpdir(), "backlot-bench-"));
  const works = await Works.open({ dataDir: join(dataDir, "ours"), workers });
  const bare = await openBare(join(dataDir, "bare"), workers);
  try {
    await ours(works);
    await bare.run();
    const [mine, theirs]: number[][] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      mine?.push(await ours(works));
      theirs?.push(await bare.run());
    }
    const [ourRate, bareRate] = [median(mine ?? []), median(theirs ?? [])];
    rows.push([`${workers}`, ourRate, bareRate, 1_000 / ourRate - 1_000 / bareRate, bareRate / ourRate]);
  } finally {
    await works.close();
    await bare.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
table(
  `${ITEMS} characters beside as many empty jobs of bare BullMQ, median of ${ROUNDS} rounds, load ${load()}`,
  ["workers", "items/s", "bare jobs/s", "overhead ms an item", "times bare"],
  rows,
);

/** Items per second by the operation's own clock: from the turn that starts it to its last item. */
async function ours(works: Works): Promise<number> {
  const session = await works.session();
  const { id } = await works.start(session, `/bulk characters ${ITEMS}`);
  const { started_at, ended_at } = await works.until(id, hasEnded, 120_000);
  await works.until(id, ({ shown }) => shown);
  return (ITEMS * 1_000) / (Date.parse(ended_at ?? "") - Date.parse(started_at));
}

async function openBare(dataDir: string, concurrency: number) {
  const database = await openDatabase({ kind: "folder", dataDir });
  const migrating = await database.pool.connect();
  await runMigrations(migrating as never);
  migrating.release();
  const factory = createPostgresBackend as Connection["factory"];
  const queue = new Queue("bare", { connection: database.pool as never }, factory as never);
  let [left, resolve] = [0, () => {}];
  const options = { connection: database.pool as never, concurrency };
  const worker = new Worker("bare", async () => undefined, options, factory as never);
  worker.on("completed", () => {
    left -= 1;
    if (left === 0) resolve();
  });
  await worker.waitUntilReady();
  const job = { name: "empty", data: {}, opts: { removeOnComplete: true } };
  return {
    run: async (): Promise<number> => {
      const ended = Promise.withResolvers<void>();
      [left, resolve] = [ITEMS, ended.resolve];
      const began = performance.now();
      await queue.addBulk(Array.from({ length: ITEMS }, () => job));
      await ended.promise;
      return (ITEMS * 1_000) / (performance.now() - began);
    },
    close: async (): Promise<void> => {
      await worker.close();
      await queue.close();
      await database.close();
    },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
}
