import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createPostgresBackend, Queue, runMigrations, Worker } from "bullmq";
import type { Connection } from "../src/adapters/bullmq/connection.ts";
import { openDatabase } from "../src/adapters/postgres/database.ts";
import { Client } from "../test/e2e/client.ts";
import { Program } from "../test/e2e/program.ts";
import { table } from "./harness.ts";

/**
 * `/bulk characters 100` on the real program with the offline engine, from the call to the last item, beside bare BullMQ
 * adding and working off as many empty jobs on the same kind of database. The rounds alternate, so that a machine that
 * slows down slows both.
 */
const ITEMS = 100;
const ROUNDS = 5;
const CONCURRENCY = 8;

const program = await Program.create({ env: { LOG_LEVEL: "silent" } });
await program.start();
const client = new Client(program.url);
const session = await client.session("Bulk", "free");
const dataDir = await mkdtemp(join(tmpdir(), "backlot-bench-"));
const database = await openDatabase({ kind: "folder", dataDir });
const migrating = await database.pool.connect();
await runMigrations(migrating as never);
migrating.release();
const factory = createPostgresBackend as Connection["factory"];
const queue = new Queue("bare", { connection: database.pool as never }, factory as never);
await queue.waitUntilReady();
try {
  await bulk();
  await bare();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await bulk());
    theirs.push(await bare());
  }
  const ratios = ours.map((value, index) => value / (theirs[index] ?? 1));
  table(
    `Items per second, ${ITEMS} items, ${CONCURRENCY} at a time, ${ROUNDS} rounds`,
    ["", "min", "median", "max"],
    [row("/bulk characters", ours), row("bare BullMQ, empty job", theirs), row("ratio", ratios)],
  );
} finally {
  await queue.close();
  await database.close();
  await program.remove();
  await rm(dataDir, { recursive: true, force: true });
}

/** By the operation's own clock, from the turn that starts it to its last item: watching it from outside would cost time too. */
async function bulk(): Promise<number> {
  const turn = await client.say(session.session_id, `/bulk characters ${ITEMS} again=true`);
  await sleep(300);
  const { started_at, ended_at } = await client.ended(turn.operation?.id ?? "", 120_000, 200);
  return (ITEMS * 1_000) / (Date.parse(ended_at ?? "") - Date.parse(started_at));
}

async function bare(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let ended = 0;
  const worker = new Worker(
    "bare",
    async () => undefined,
    { connection: database.pool as never, concurrency: CONCURRENCY },
    factory as never,
  );
  worker.on("completed", () => {
    ended += 1;
    if (ended === ITEMS) resolve();
  });
  await worker.waitUntilReady();
  const began = performance.now();
  await queue.addBulk(
    Array.from({ length: ITEMS }, () => ({ name: "empty", data: {}, opts: { removeOnComplete: true } })),
  );
  await promise;
  const rate = (ITEMS * 1_000) / (performance.now() - began);
  await worker.close();
  return rate;
}

function row(name: string, values: number[]): (string | number)[] {
  const sorted = values.toSorted((a, b) => a - b);
  return [name, sorted[0] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
}
