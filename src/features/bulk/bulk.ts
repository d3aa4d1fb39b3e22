import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { admit } from "./admission.ts";
import { begin } from "./begin.ts";
import { type Control, createControl } from "./control.ts";
import { howTo } from "./how-to.ts";
import { jobsOf } from "./jobs-of.ts";
import type { BulkParts } from "./parts.ts";
import type { Progress } from "./progress.ts";
import { showDetails } from "./show-details.ts";
import { showJobs } from "./show-jobs.ts";
import { showPast } from "./show-past.ts";
import type { Wish } from "./wish.ts";

type More = Partial<Omit<Wish, "kind" | "count" | "brief">>;

export interface Bulk extends Control {
  /**
   * Starts an operation, or asks first, or refuses it with what the workflow misses. Throws UserError for a count or kind
   * that cannot be. `more`: which of what there is, where the rows are, and what was said yes to.
   */
  start(turn: Turn, kind: string, count: string | number, brief: string, more?: More): Promise<Outcome>;
  /** What there is to say before anybody decides on it: the refusal, or what it would take. Undefined when it may begin. */
  consider(turn: Turn, wish: Wish): Promise<Outcome | undefined>;
  /** What can be made, and how. */
  help(): Outcome;
  /** What runs, waits, is paused and failed in this project. */
  list(turn: Turn): Promise<Outcome>;
  /** An operation item by item, from after the item of index `after`. */
  details(turn: Turn, operationId: string, after?: number): Promise<Outcome>;
  /** What has ended, from before the operation `before`. */
  past(turn: Turn, before?: string): Promise<Outcome>;
  /**
   * Takes up what was running when the process last died: missing jobs are queued again, endings are shown. `jobs` false:
   * others are at work, and their jobs with them; only endings are looked at.
   */
  recover(jobs?: boolean): Promise<void>;
}

export function createBulk(parts: BulkParts, progress: Progress): Bulk {
  return {
    start: (turn, kind, count, brief, more) => start(parts, turn, { kind, count, brief, ...more }),
    consider: (turn, wish) => consider(parts, turn, wish),
    ...createControl(parts, progress),
    help: howTo,
    list: (turn) => showJobs(parts, turn),
    details: (turn, id, after) => showDetails(parts, turn, id, after),
    past: (turn, before) => showPast(parts, turn, before),
    recover: (jobs) => recover(parts, progress, jobs),
  };
}

async function start(parts: BulkParts, turn: Turn, wish: Wish): Promise<Outcome> {
  const admission = await admit(parts, turn, wish);
  return admission.type === "go" ? begin(parts, turn, admission.work) : admission.outcome;
}

async function consider(parts: BulkParts, turn: Turn, wish: Wish): Promise<Outcome | undefined> {
  const admission = await admit(parts, turn, wish);
  return admission.type === "go" ? undefined : admission.outcome;
}

async function recover(parts: BulkParts, progress: Progress, withJobs = true): Promise<void> {
  for (const operation of await parts.operations.unfinished()) {
    if (!withJobs && operation.ended_at === undefined) continue;
    const open =
      operation.ended_at === undefined && operation.status !== "paused"
        ? await parts.operations.items(operation.id, { status: ["pending", "processing"] })
        : [];
    const jobs = jobsOf(
      parts,
      operation,
      open.map((item) => item.index),
    );
    await parts.queue.forget(jobs.map((job) => job.id));
    await parts.queue.add(jobs);
    await progress.show(operation.id);
  }
}
