import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import type { Operation } from "../../domain/operation.ts";
import { requireRole } from "../../domain/role.ts";
import { type HookRun, hasEnded, retried } from "../../domain/workflow/hook-run.ts";
import { completedByOperation, completedByTurn, stillCompleted } from "./completions.ts";
import { hookJob } from "./hook-job.ts";
import { listRuns } from "./list-runs.ts";
import { showNotice } from "./notices.ts";
import type { OrchestrateParts } from "./parts.ts";
import { nameOf } from "./words.ts";

const BATCH = 200;

export interface Orchestration {
  /** The outcome with the hooks of the steps it completes: stored with it, and queued after the commit. */
  follow(turn: Turn, outcome: Outcome, at: string): Outcome;
  /** The hooks of the steps that an operation has completed, once it has ended. May be called again. */
  operationEnded(operation: Operation): Promise<void>;
  /** What ran lately, and why it failed. */
  list(turn: Turn): Promise<Outcome>;
  /** Begins a failed run anew. Takes the role of a producer; throws UserError for one that is not there or did not fail. */
  retry(turn: Turn, runId: string): Promise<Outcome>;
  /** Takes up what was not ended, or not told, when the process last died. */
  recover(): Promise<void>;
}

export function createOrchestration(parts: OrchestrateParts): Orchestration {
  return {
    follow: (turn, outcome, at) => follow(parts, turn, outcome, at),
    operationEnded: async (operation) => {
      const write = await completedByOperation(parts, operation);
      if (!write) return;
      await parts.hooks.add(write);
      await queueOf(parts, write.runs);
    },
    list: (turn) => listRuns(parts, turn),
    retry: (turn, runId) => retry(parts, turn, runId),
    recover: () => recover(parts),
  };
}

function follow(parts: OrchestrateParts, turn: Turn, outcome: Outcome, at: string): Outcome {
  if (turn.workflow.steps.every(({ hooks }) => hooks.length === 0)) return outcome;
  if (!outcome.project && !outcome.changes?.length) return outcome;
  const write = completedByTurn(turn, outcome, at);
  return {
    ...outcome,
    ...(write ? { hooks: write } : {}),
    afterCommit: async () => {
      await outcome.afterCommit?.();
      const more = await stillCompleted(parts, turn, at, write);
      if (more) await parts.hooks.add(more);
      await queueOf(parts, [...(write?.runs ?? []), ...(more?.runs ?? [])]);
    },
  };
}

/** Of the runs that were meant, those that were stored. */
async function queueOf(parts: OrchestrateParts, [first]: readonly HookRun[]): Promise<void> {
  if (!first) return;
  const runs = await parts.hooks.ofOrigin(first.origin);
  await parts.queue.add(runs.filter((run) => !hasEnded(run)).map(hookJob));
}

async function retry(parts: OrchestrateParts, turn: Turn, runId: string): Promise<Outcome> {
  requireRole(turn.person.role, "producer", "run a workflow’s hook again");
  const run = await parts.hooks.get(runId.trim());
  if (run?.project_id !== turn.project.id)
    throw new UserError(
      "not_found",
      "There is no such run in this film.",
      "Type /workflow hooks to see what ran.",
    );
  const next = retried(run);
  if (!next || !(await parts.hooks.put(next)))
    throw new UserError(
      "conflict",
      `There is nothing to try again: that run is ${run.status === "failed" ? "being tried" : run.status}.`,
      "Type /workflow hooks to see how it stands.",
    );
  await parts.queue.add([hookJob(next)]);
  await showNotice(parts, run.origin);
  return { blocks: [{ type: "text", text: `Trying ${nameOf(run)} again.` }] };
}

async function recover(parts: OrchestrateParts): Promise<void> {
  for (let after: string | undefined; ; ) {
    const runs = await parts.hooks.unfinished(BATCH, after);
    const jobs = runs.filter((run) => !hasEnded(run)).map(hookJob);
    await parts.queue.forget(jobs.map(({ id }) => id));
    await parts.queue.add(jobs);
    for (const origin of new Set(runs.filter(hasEnded).map((run) => run.origin)))
      await showNotice(parts, origin);
    after = runs.at(-1)?.id;
    if (runs.length < BATCH) return;
  }
}
