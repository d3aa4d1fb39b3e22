import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { hasEnded, Works } from "../test/support/works.ts";
import { table } from "./harness.ts";

/** What one operation of the offline engine takes in memory and time by its size, each in a process of its own. */
const SIZES = [100, 1_000, 10_000];
const MIB = 1024 * 1024;

const [size] = process.argv.slice(2);
if (size === undefined) await everySize();
else process.stdout.write(JSON.stringify(await measure(Number(size))));

async function everySize(): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const items of SIZES) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--expose-gc",
      import.meta.filename,
      String(items),
    ]);
    const { seconds, before, after, peak } = JSON.parse(stdout) as Awaited<ReturnType<typeof measure>>;
    const perSecond = items / seconds;
    rows.push([
      items.toLocaleString("en"),
      seconds,
      perSecond,
      before.heap,
      after.heap,
      before.rss,
      after.rss,
      peak,
    ]);
  }
  table(
    `One operation by its size, MiB after a collection, load ${loadavg()[0]?.toFixed(1)}`,
    ["characters", "seconds", "items/s", "heap before", "heap after", "RSS before", "RSS after", "RSS peak"],
    rows,
  );
}

async function measure(items: number) {
  const dataDir = await mkdtemp(join(tmpdir(), "backlot-bench-"));
  const works = await Works.open({ dataDir });
  try {
    const session = await works.session();
    const warm = await works.start(session, "/bulk characters 50");
    await works.until(warm.id, ({ shown }) => shown);
    const before = memory();
    let peak = before.rss;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss() / MIB);
    }, 20);
    const began = performance.now();
    const { id } = await works.start(await works.session(), `/bulk characters ${items}`);
    const { progress } = await works.until(id, hasEnded, 300_000);
    const seconds = (performance.now() - began) / 1_000;
    clearInterval(watch);
    if (progress.completed !== items) throw new Error(`made ${progress.completed} of ${items}`);
    await works.until(id, ({ shown }) => shown);
    return { seconds, before, after: memory(), peak };
  } finally {
    await works.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function memory(): { readonly heap: number; readonly rss: number } {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / MIB, rss: rss / MIB };
}
