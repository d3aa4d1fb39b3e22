import path from "node:path";
import { pathToFileURL } from "node:url";

/** For the environment of a process whose heap is to be asked for. */
export const PROBED = {
  NODE_OPTIONS: `--expose-gc --import ${pathToFileURL(path.join(import.meta.dirname, "heap-probe.child.ts"))}`,
} as const;

const WITHIN_MS = 20_000;

export interface Heap {
  /** Bytes in use after a collection, and bytes the process holds in all. */
  readonly used: number;
  readonly rss: number;
}

/** Asks a process that was started with PROBED what it holds. `output`: all that it said so far. */
export async function probeHeap(pid: number, output: () => string): Promise<Heap> {
  const told = () => [...output().matchAll(/heap-probe (\d+) (\d+)\n/g)];
  const before = told().length;
  process.kill(pid, "SIGUSR2");
  const until = Date.now() + WITHIN_MS;
  while (Date.now() < until) {
    const [, used, rss] = told()[before] ?? [];
    if (used) return { used: Number(used), rss: Number(rss) };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the process did not say what its heap holds");
}
