import type { EntryKind } from "../bible/kinds.ts";
import type { DocumentKind } from "../project.ts";

/** Data a step must have before it counts as done. */
export type Need =
  | { readonly type: "document"; readonly document: DocumentKind }
  | { readonly type: "count"; readonly kind: EntryKind; readonly count: number };

/** A node of the workflow. A step without needs is done when a person says so. */
export interface StepDefinition {
  readonly id: string;
  readonly name: string;
  /** Steps that must be completed or skipped before this one opens. */
  readonly requires: readonly string[];
  readonly needs: readonly Need[];
  readonly minutes: number;
  readonly difficulty: "easy" | "medium" | "hard";
  readonly impact: "low" | "medium" | "high";
}

/** What must be in the bible before an entry of this kind may be made. */
export interface GateDefinition {
  readonly kind: EntryKind;
  readonly needs: readonly (Need & { type: "count" })[];
  readonly because: string;
}

export interface WorkflowDefinition {
  readonly name: string;
  readonly steps: readonly StepDefinition[];
  readonly gates: readonly GateDefinition[];
}
