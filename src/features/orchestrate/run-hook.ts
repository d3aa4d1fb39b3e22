import { AppError } from "../../domain/errors.ts";
import type { StoredFile } from "../../domain/message.ts";
import { begun, done, failed, type HookRun, hasEnded, postponed } from "../../domain/workflow/hook-run.ts";
import type { Job, JobRun } from "../../ports/queue.ts";
import { callWebhook } from "./call-webhook.ts";
import { parseHookJob } from "./hook-job.ts";
import { makeSheets } from "./make-sheets.ts";
import { showNotice } from "./notices.ts";
import type { OrchestrateParts } from "./parts.ts";
import { postNote } from "./post-note.ts";
import { startBulk } from "./start-bulk.ts";

export interface HookRunner {
  run(job: Job, run: JobRun): Promise<void>;
  /** Ends a run whose job ended outside of `run` (interrupted too often). */
  lost(jobId: string, reason: string): Promise<void>;
}

export function createHookRunner(parts: OrchestrateParts): HookRunner {
  return {
    run: async (job, jobRun) => {
      const stored = await wanted(parts, job.id);
      if (!stored) return;
      const run = await written(parts, begun(stored, jobRun.attempt));
      // It ended in an earlier try, which died before it could tell.
      if (hasEnded(stored)) await showNotice(parts, stored.origin);
      if (run) await attempt(parts, run, jobRun);
    },
    lost: async (jobId, reason) => {
      const run = await wanted(parts, jobId);
      if (!run || hasEnded(run)) return;
      await parts.hooks.put(failed(run, parts.clock.now().toISOString(), reason));
      await showNotice(parts, run.origin);
    },
  };
}

async function wanted(parts: OrchestrateParts, jobId: string): Promise<HookRun | undefined> {
  const job = parseHookJob(jobId);
  const run = job && (await parts.hooks.get(job.id));
  return run?.round === job?.round ? run : undefined;
}

/** The run as it is stored then; undefined when there is nothing to write, or somebody else wrote first. */
async function written(parts: OrchestrateParts, run: HookRun | undefined): Promise<HookRun | undefined> {
  return run && (await parts.hooks.put(run)) ? { ...run, version: run.version + 1 } : undefined;
}

async function attempt(parts: OrchestrateParts, run: HookRun, { signal, attempts }: JobRun): Promise<void> {
  const now = () => parts.clock.now().toISOString();
  try {
    const file = await carryOut(parts, run, signal);
    await parts.hooks.put(done(run, now(), file));
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = inPlainWords(error);
    const final = error instanceof AppError && !error.retryable;
    if (!final && run.attempts < attempts) {
      await parts.hooks.put(postponed(run, reason));
      throw error;
    }
    const { id, project_id } = run;
    parts.logger.warn(
      { hook_run: id, project_id, hook: run.hook.type, reason },
      "a workflow hook failed for good",
    );
    await parts.hooks.put(failed(run, now(), reason));
  }
  await showNotice(parts, run.origin);
}

async function carryOut(
  parts: OrchestrateParts,
  run: HookRun,
  signal: AbortSignal,
): Promise<StoredFile | undefined> {
  const { hook } = run;
  switch (hook.type) {
    case "sheets":
      return makeSheets(parts, run, hook, signal);
    case "bulk":
      await startBulk(parts, run, hook);
      return undefined;
    case "notify":
      await postNote(parts, run, hook);
      return undefined;
    case "webhook":
      await callWebhook(parts, run, hook, signal);
      return undefined;
  }
}

/** Of what broke inside nobody is told more than that it did. */
const inPlainWords = (error: unknown): string =>
  error instanceof AppError && error.code !== "internal" ? error.message : "something failed on my side";
