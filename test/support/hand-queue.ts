import type { Job, JobEvent, JobHandler, JobRun, Queue } from "../../src/ports/queue.ts";

/** A queue whose jobs run when the test says so, one after the other; retries at once. */
export class HandQueue implements Queue {
  readonly provider = "by hand";
  waiting: Job[] = [];
  /** What a worker was started with. */
  #handler: JobHandler | undefined;
  readonly #aborts = new Map<string, AbortController>();

  async add(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) if (!this.waiting.some((known) => known.id === job.id)) this.waiting.push(job);
  }

  async cancel(ids: readonly string[]): Promise<readonly string[]> {
    const removed = this.waiting.filter((job) => ids.includes(job.id)).map((job) => job.id);
    this.waiting = this.waiting.filter((job) => !ids.includes(job.id));
    for (const id of ids) this.#aborts.get(id)?.abort();
    return removed;
  }

  async forget(): Promise<void> {}

  /** As when the queue's storage is gone with the process. */
  lose(): void {
    this.waiting = [];
  }

  runOf(job: Job, attempt = 1): JobRun {
    const abort = new AbortController();
    this.#aborts.set(job.id, abort);
    return { attempt, attempts: job.attempts ?? 1, signal: abort.signal };
  }

  async runAll(handler = this.#handler): Promise<void> {
    if (!handler) throw new Error("no worker was started");
    for (let job = this.waiting.shift(); job; job = this.waiting.shift()) {
      for (let attempt = 1; attempt <= (job.attempts ?? 1); attempt += 1) {
        const done = await handler(job, this.runOf(job, attempt)).then(
          () => true,
          () => false,
        );
        if (done) break;
      }
    }
  }

  async work(handler: JobHandler): Promise<{ close(): Promise<void> }> {
    this.#handler = handler;
    return { close: async () => {} };
  }

  onEvent(_listener: (event: JobEvent) => void): () => void {
    return () => {};
  }

  async counts() {
    return { waiting: this.waiting.length, active: 0, delayed: 0, failed: 0 };
  }

  async failed() {
    return [];
  }

  async ping(): Promise<void> {}
  async close(): Promise<void> {}
}
