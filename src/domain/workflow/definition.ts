import { z } from "zod";
import { BuiltInKind, type EntryKind, OWN_NAME } from "../bible/kinds.ts";
import { OperationType, Selection } from "../operation.ts";
import type { DocumentKind } from "../project.ts";

export const MAX_STEPS = 200;

/**
 * Data a step must have before it counts as done, judged by what the stores count (see tallies.ts), never by looking at
 * entries. `filled`: so many percent of the required fields have a value. `evidence`: so many percent of the facts come
 * with the words that prove them.
 */
export type Need =
  | { readonly type: "document"; readonly document: DocumentKind; readonly words?: number }
  | {
      readonly type: "count";
      readonly kind: EntryKind;
      readonly count: number;
      readonly confirmed?: boolean;
      readonly where?: { readonly field: string; readonly value: string };
    }
  | { readonly type: "filled"; readonly kind: EntryKind; readonly percent: number }
  | { readonly type: "evidence"; readonly kind: EntryKind; readonly percent: number };

/**
 * What a guard may speak of: entries per kind (`count.character`, `confirmed.character`), words of the documents
 * (`words.synopsis`, 0 without one), ids of passed steps (`"lock" in done`), and the film itself.
 */
export interface GuardFacts {
  readonly film: { readonly title: string; readonly format: string };
  readonly count: Readonly<Record<string, number>>;
  readonly confirmed: Readonly<Record<string, number>>;
  readonly words: Readonly<Record<string, number>>;
  readonly done: readonly string[];
}

/** An expression over a film's facts, ready to be asked. It never throws: one that fails does not hold. */
export interface Guard {
  /** As it was written. */
  readonly source: string;
  readonly holds: (facts: GuardFacts) => boolean;
}

/** Nobody looks on when a step sets off bulk work. */
export const MAX_HOOK_ITEMS = 100;

/** What is done when a step has become complete. */
export const Hook = z.discriminatedUnion("type", [
  /** A page for each entry of a kind, as one file. */
  z.strictObject({ type: z.literal("sheets"), kind: z.union([BuiltInKind, z.string().regex(OWN_NAME)]) }),
  z.strictObject({
    type: z.literal("bulk"),
    kind: OperationType,
    /** How many. Of work on what there is it may be absent: as many as there are. */
    count: z.int().min(1).max(MAX_HOOK_ITEMS).optional(),
    /** Of what there is; what lacks it when absent. */
    selection: Selection.optional(),
    brief: z.string().max(400).default(""),
  }),
  /** `channel` is a platform's own id of a channel that is bound to the project, or "here": where the step was completed. */
  z.strictObject({
    type: z.literal("notify"),
    channel: z.string().min(1).max(120),
    text: z.string().min(1).max(400),
  }),
  z.strictObject({ type: z.literal("webhook"), url: z.url().max(2_000) }),
]);
export type Hook = z.infer<typeof Hook>;

/** A node of the workflow. A step without needs is done when a person says so. */
export interface StepDefinition {
  readonly id: string;
  readonly name: string;
  /** Steps that must be completed or skipped before this one opens. */
  readonly requires: readonly string[];
  readonly needs: readonly Need[];
  /** What must hold before it can be worked on, and what is said when it does not. */
  readonly guard?: Guard & { readonly because: string };
  /** The step belongs only to films where this holds. */
  readonly branch?: Guard;
  /** Kinds of entry made in this step: what a roll-back to before it puts aside. */
  readonly makes: readonly EntryKind[];
  /** Kinds it is made from: a contradicting change to one of them makes the completed step stale. */
  readonly uses: readonly EntryKind[];
  readonly skippable: boolean;
  readonly minutes: number;
  readonly difficulty: "easy" | "medium" | "hard";
  readonly impact: "low" | "medium" | "high";
  readonly hooks: readonly Hook[];
}

/** What must be there before an entry of this kind may be made. */
export interface GateDefinition {
  readonly kind: EntryKind;
  readonly needs: readonly Need[];
  readonly because: string;
}

export interface WorkflowDefinition {
  readonly name: string;
  readonly title: string;
  /** Of a project's own definition, counted from 1; absent for those that Backlot ships. */
  readonly version?: number;
  /** In the trade's order: no step stands before one that it requires. */
  readonly steps: readonly StepDefinition[];
  readonly gates: readonly GateDefinition[];
}
