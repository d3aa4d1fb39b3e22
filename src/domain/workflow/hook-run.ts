import { z } from "zod";
import { StoredFile } from "../message.ts";
import { Role } from "../role.ts";
import { Hook } from "./definition.ts";

/**
 * One hook of one completion of a step. Its id follows from what completed the step, so that a completion noticed twice
 * runs once; the hook is kept as it was then, whatever becomes of the definition.
 */
export const HookRun = z.object({
  id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  /** The turn that completed the step; absent when bulk work did. */
  turn_id: z.string().optional(),
  /** What completed the step: the turn, or the operation and its round. Its runs share one message. */
  origin: z.string(),
  step: z.string(),
  step_name: z.string(),
  index: z.int().nonnegative(),
  hook: Hook,
  status: z.enum(["pending", "running", "done", "failed"]),
  /** Grows with each Retry, so that a run tried anew has a job of its own. */
  round: z.int().nonnegative(),
  /** Tries in this round. */
  attempts: z.int().nonnegative(),
  /** Why the last try failed, in plain words. */
  error: z.string().optional(),
  file: StoredFile.optional(),
  /** Who completed the step, and what they might do. */
  by: z.string(),
  by_name: z.string().optional(),
  role: Role,
  at: z.iso.datetime(),
  ended_at: z.iso.datetime().optional(),
  /** Whether people were told how it ended. */
  told: z.boolean(),
  version: z.int().positive(),
});
export type HookRun = z.infer<typeof HookRun>;

/**
 * What a write does to the hooks of a project. `gone` and `back` are steps that are complete no longer, or again without
 * being done anew (an undo, a redo). A run is stored only when the hooks of its step's present completion have not run.
 */
export interface HookWrite {
  readonly project_id: string;
  readonly gone: readonly string[];
  readonly back: readonly string[];
  readonly runs: readonly HookRun[];
}

export const hasEnded = ({ status }: HookRun): boolean => status === "done" || status === "failed";

/** A try begins. Undefined: the run has ended, so there is nothing to try. */
export const begun = (run: HookRun, attempt: number): HookRun | undefined =>
  hasEnded(run) ? undefined : { ...run, status: "running", attempts: attempt };

/** A try failed and another one follows. */
export const postponed = (run: HookRun, error: string): HookRun => ({ ...run, status: "pending", error });

export function done(run: HookRun, at: string, file?: StoredFile): HookRun {
  const { error: _mended, ...rest } = run;
  return { ...rest, ...(file ? { file } : {}), status: "done", ended_at: at, told: false };
}

export const failed = (run: HookRun, at: string, error: string): HookRun => ({
  ...run,
  status: "failed",
  error,
  ended_at: at,
  told: false,
});

/** A failed run begins a new round. Undefined for one that did not fail. */
export function retried(run: HookRun): HookRun | undefined {
  if (run.status !== "failed") return undefined;
  const { error: _old, ended_at: _then, ...rest } = run;
  return { ...rest, status: "pending", round: run.round + 1, attempts: 0, told: false };
}
