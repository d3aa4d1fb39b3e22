import { Worker } from "node:worker_threads";
import { AppError } from "../../domain/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Pictures } from "../../ports/pictures.ts";
import type { DrawingJob, DrawnJob } from "./draw-worker.ts";

/** Drawings that may wait for one another; a turn that finds more before it goes on without its picture. */
const MAX_WAITING = 20;
/** The largest takes about a second on a slow machine. */
const TIMEOUT_MS = 15_000;
/** The drawing thread holds some 70 MB, and is started again in a fifth of a second. */
const IDLE_MS = 60_000;

interface Waiting {
  resolve(png: Uint8Array): void;
  reject(error: AppError): void;
}

/**
 * resvg in a thread of its own, because a drawing takes longer than others may wait for an answer. The thread starts at
 * the first drawing and ends when none came for a while.
 */
export function createResvgPictures({ clock }: { readonly clock: Clock }): Pictures {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let serial = 0;
  let callOff = () => {};

  const lose = (lost: Worker, error: AppError) => {
    if (worker !== lost) return;
    worker = undefined;
    callOff();
    for (const each of waiting.values()) each.reject(error);
    waiting.clear();
    void lost.terminate();
  };

  const watch = (running: Worker) => {
    callOff();
    if (waiting.size > 0) {
      running.ref();
      callOff = clock.after(TIMEOUT_MS, () => lose(running, failed("a drawing took too long")));
    } else {
      // A thread that has nothing to do does not keep the program from ending.
      running.unref();
      callOff = clock.after(IDLE_MS, () => lose(running, failed("the drawing thread has ended")));
    }
  };

  const start = (): Worker => {
    const started = new Worker(new URL("./draw-worker.ts", import.meta.url));
    started.on("message", (drawn: DrawnJob) => {
      const asked = waiting.get(drawn.id);
      waiting.delete(drawn.id);
      if ("png" in drawn) asked?.resolve(drawn.png);
      else asked?.reject(failed(drawn.error));
      watch(started);
    });
    started.on("error", (error) => lose(started, failed("the drawing thread broke", error)));
    started.on("exit", () => lose(started, failed("the drawing thread ended")));
    return started;
  };

  return {
    render: async (svg) => {
      if (waiting.size >= MAX_WAITING) throw failed("too many drawings wait already");
      worker ??= start();
      serial += 1;
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      waiting.set(serial, { resolve, reject });
      worker.postMessage({ id: serial, svg } satisfies DrawingJob);
      watch(worker);
      return promise;
    },
    close: async () => {
      const running = worker;
      if (running) lose(running, failed("the program stops"));
      await running?.terminate();
    },
  };
}

const failed = (message: string, cause?: unknown): AppError =>
  new AppError("unavailable", `Picture: ${message}`, { cause, retryable: true });
