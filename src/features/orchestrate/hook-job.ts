import type { HookRun } from "../../domain/workflow/hook-run.ts";
import type { Job } from "../../ports/queue.ts";

export const HOOK_JOB = "hook";
const HOOK_ATTEMPTS = 5;

const PRIORITY = 8;
/** A server that is down comes back in seconds or minutes: the five tries span about a minute. */
const FIRST_BACKOFF_MS = 5_000;

/** A run tried anew is a round of its own, so that its job is not taken for the old one. */
export const hookJob = ({ id, round }: HookRun): Job => ({
  id: `${id}.${round}`,
  name: HOOK_JOB,
  data: {},
  priority: PRIORITY,
  attempts: HOOK_ATTEMPTS,
  backoffMs: FIRST_BACKOFF_MS,
});

export function parseHookJob(jobId: string): { readonly id: string; readonly round: number } | undefined {
  const match = /^(hkr_.+)\.(\d+)$/.exec(jobId);
  const [, id, round] = match ?? [];
  return id === undefined ? undefined : { id, round: Number(round) };
}
