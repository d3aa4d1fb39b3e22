import { setTimeout as delay } from "node:timers/promises";
import { openQueue } from "../../src/adapters/bullmq/backend.ts";
import { openDatabase } from "../../src/adapters/postgres/database.ts";
import { openServerDatabase } from "../../src/adapters/postgres/server-database.ts";
import type { Queue } from "../../src/ports/queue.ts";
import { silent } from "../support/stage.ts";
import { type ChildConfig, ended, job, QUICK, untilAborted } from "./queue.lab.ts";

/**
 * A process of its own that works on a queue. `hang <id>` runs a job that never ends and says so, to be killed in the
 * middle of it; `work` works on whatever comes, and says what it has done, until it is killed; `finish` runs one, closes everything and has to end by itself.
 */
const [mode, config, id] = process.argv.slice(2);
const at = JSON.parse(config ?? "") as ChildConfig;
const database = await databaseOf(at);
const queue: Queue = await openQueue(
  at.kind === "redis"
    ? { kind: "redis", url: at.url }
    : { kind: "postgres", pool: database!.pool, soleOwner: at.kind === "folder" },
  { name: at.name, timings: QUICK },
);

if (mode === "hang") {
  const one = job({ id: id ?? "", attempts: 2 });
  await queue.work(
    async (_, { signal }) => {
      process.stdout.write("running\n");
      await untilAborted(signal);
    },
    { concurrency: 1 },
  );
  await queue.add([one]);
} else if (mode === "work") {
  await queue.work(
    async (run) => {
      await delay(20);
      process.stdout.write(`done ${run.id}\n`);
    },
    { concurrency: 4 },
  );
  process.stdout.write("ready\n");
} else {
  const one = job();
  const end = ended(queue, one.id);
  await queue.work(async () => undefined, { concurrency: 4 });
  await queue.add([one]);
  await end;
  await queue.close();
  await database?.close();
  process.stdout.write("closed\n");
}

function databaseOf(config: ChildConfig) {
  if (config.kind === "folder") return openDatabase({ kind: "folder", dataDir: config.dataDir });
  return config.kind === "server" ? openServerDatabase({ url: config.url, logger: silent }) : undefined;
}
