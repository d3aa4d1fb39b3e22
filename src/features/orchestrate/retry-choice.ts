import type { ChoicesBlock } from "../../chat/reply.ts";
import type { ChoiceAction } from "../../domain/choice.ts";
import type { HookRun } from "../../domain/workflow/hook-run.ts";
import { nameOf } from "./words.ts";

/**
 * The Retry buttons under the message that tells how hooks ended. They are computed, not stored: the id says all, so
 * they outlive restarts, and a run that fails again has a button of its own.
 */
export const HOOK_PREFIX = "hkc_";

export const retryAction = (runId: string): ChoiceAction & { type: "command" } => ({
  type: "command",
  command: "workflow",
  options: { action: "retry", step: runId },
});

export function retryChoices(runs: readonly HookRun[]): ChoicesBlock | undefined {
  const failed = runs.filter(({ status }) => status === "failed");
  if (failed.length === 0) return undefined;
  return {
    type: "choices",
    choices: failed.map((run) => ({
      id: `${HOOK_PREFIX}${run.id}.${run.round}`,
      label: failed.length === 1 ? "Try again" : `Retry ${nameOf(run)}`.slice(0, 80),
      description: `Tries ${nameOf(run)} again`,
      category: "alternative",
      session_id: run.session_id,
      turn_id: run.turn_id ?? run.origin,
      state: "open",
      impact: "low",
    })),
  };
}

/** What a Retry button's id asks for. The command itself checks that the run is there and may be tried. */
export function resolveRetry(choiceId: string): (ChoiceAction & { type: "command" }) | undefined {
  const [, run] = /^hkc_(hkr_.+)\.\d+$/.exec(choiceId) ?? [];
  return run === undefined ? undefined : retryAction(run);
}
