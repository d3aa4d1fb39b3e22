import type { Job, JobHandler } from "../../src/ports/queue.ts";
import { HandQueue } from "./hand-queue.ts";

/** A queue that is run a try at a time, in any order, and that may deliver twice what it delivered once. */
export class StepQueue extends HandQueue {
  readonly #delivered: Job[] = [];
  readonly #tries = new Map<string, number>();
  readonly #running = new Set<Promise<boolean>>();
  #run: JobHandler | undefined;

  override async work(handler: JobHandler): Promise<{ close(): Promise<void> }> {
    this.#run = handler;
    return {
      close: async () => {
        if (this.#run === handler) this.#run = undefined;
        await Promise.all(this.#running);
      },
    };
  }

  /** One try of one of the waiting jobs; it waits again when the try failed and it has more. */
  async step(which: number): Promise<void> {
    if (!this.#run) return;
    const [job] = this.waiting.splice(which % Math.max(1, this.waiting.length), 1);
    if (!job) return;
    this.#delivered.push(job);
    const attempt = (this.#tries.get(job.id) ?? 0) + 1;
    this.#tries.set(job.id, attempt);
    const failed = await this.#deliver(job, attempt);
    if (failed && attempt < (job.attempts ?? 1)) this.waiting.push(job);
  }

  /** One more try of a job that was delivered before, whatever became of it. */
  async again(which: number): Promise<void> {
    const job = this.#delivered[which % Math.max(1, this.#delivered.length)];
    if (job && this.#run) await this.#deliver(job, this.#tries.get(job.id) ?? 1);
  }

  async drain(): Promise<void> {
    while (this.#run && this.waiting.length > 0) await this.step(0);
  }

  /** Answers whether the try failed; without a worker every one does. */
  async #deliver(job: Job, attempt: number): Promise<boolean> {
    const run = this.#run?.(job, this.runOf(job, attempt)) ?? Promise.reject(new Error("nobody works"));
    const failed = run.then(
      () => false,
      () => true,
    );
    this.#running.add(failed);
    await failed;
    this.#running.delete(failed);
    return failed;
  }
}
