import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { branchList } from "./branch-list.ts";
import { compareBranch } from "./compare-branch.ts";
import { goBack } from "./go-back.ts";
import { restoreFrom } from "./restore-branch.ts";
import type { RollbackParts } from "./rollback-parts.ts";

/** Going back to an earlier step, and what that put aside. `branch`: an id, a number of the list, or the step it came after. */
export interface Rollbacks {
  /** Shows what would be put aside; does it with the `confirm` that the button of such a preview carries. Takes the role of a producer. */
  rollback(turn: Turn, step: string, reason: string, confirm?: string): Promise<Outcome>;
  branches(turn: Turn): Promise<Outcome>;
  compare(turn: Turn, branch: string): Promise<Outcome>;
  /** Takes the role of a producer. */
  restore(turn: Turn, branch: string): Promise<Outcome>;
}

export function createRollback(parts: RollbackParts): Rollbacks {
  return {
    rollback: (turn, step, reason, confirm = "") => goBack(parts, turn, { step, reason, confirm }),
    branches: async (turn) => branchList(parts, turn),
    compare: (turn, branch) => compareBranch(parts, turn, branch),
    restore: (turn, branch) => restoreFrom(parts, turn, branch),
  };
}
