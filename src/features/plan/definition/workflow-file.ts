import { z } from "zod";
import { isCounted, OperationType, Selection } from "../../../domain/operation.ts";
import { MAX_HOOK_ITEMS, MAX_STEPS } from "../../../domain/workflow/definition.ts";
import { notKnown } from "./did-you-mean.ts";
import { issueFindings, issueWords } from "./issue-words.ts";
import type { Finding } from "./problem.ts";

export const MAX_HOOKS = 10;
const MAX_NEEDS = 20;
const MAX_LIST = 60;
/** Keys that are named when many are unknown. */
const MAX_NAMED = 3;

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "Use small letters, digits and “-”, a letter first, 40 at most.")
  .refine((word) => !(word in {}), "This word is taken; use another.");
const word = z.string().trim().min(1).max(60);
const line = z.string().trim().min(1).max(160);
const percent = z.int().min(1).max(100);

/** A map that has these keys and no others. */
const shape = <T extends z.core.$ZodLooseShape>(fields: T) =>
  z.strictObject(fields, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? (issue as { keys: string[] }).keys
            .slice(0, MAX_NAMED)
            .map((key) => notKnown(key, "known here", Object.keys(fields)))
            .join(" ")
        : undefined,
  });

/** A map that says by one of its keys which of several shapes it has. */
function oneOf<T extends Readonly<Record<string, z.ZodType>>>(ways: T, what: string) {
  const names = Object.keys(ways);
  return z.unknown().transform((value, context): z.output<T[keyof T]> => {
    const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
    const name = names.find((key) => keys.includes(key));
    const way = name === undefined ? undefined : ways[name];
    if (!way) {
      const message = `This does not say which ${what} it is; begin with one of: ${names.join(", ")}.`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    }
    const read = way.safeParse(value, { error: issueWords });
    if (read.success) return read.data as z.output<T[keyof T]>;
    for (const { path, message, atKey } of issueFindings(read.error))
      context.addIssue({ code: "custom", path: [...path], message, params: { atKey } });
    return z.NEVER;
  });
}

const Need = oneOf(
  {
    entries: shape({
      entries: word,
      at_least: z.int().min(1).max(10_000).default(1),
      confirmed: z.boolean().default(false),
      where: z.record(word, z.string().max(60)).optional(),
    }),
    document: shape({ document: word, words: z.int().min(1).max(5_000).optional() }),
    filled: shape({ filled: word, percent }),
    evidence: shape({ evidence: word, percent }),
  },
  "need",
);
export type NeedLine = z.output<typeof Need>;

const BulkLine = shape({
  bulk: OperationType,
  count: z.int().min(1).max(MAX_HOOK_ITEMS).optional(),
  of: Selection.optional(),
  brief: z.string().trim().max(400).default(""),
}).superRefine(({ bulk, count, of }, { addIssue }) => {
  if (!isCounted(bulk)) return;
  if (count === undefined) {
    const message = `Say how many ${bulk} to make, as in “count: 5”.`;
    addIssue({ code: "custom", path: ["bulk"], message });
  }
  if (of === undefined) return;
  const message = `“of” is not for ${bulk}, which are made new; leave it out.`;
  addIssue({ code: "custom", path: ["of"], message, params: { atKey: true } });
});

const OnComplete = oneOf(
  {
    notify: shape({ notify: z.string().trim().min(1).max(120), text: z.string().trim().min(1).max(400) }),
    webhook: shape({
      webhook: z
        .url({ protocol: /^https?$/, error: "Give a full address, as in https://example.com/hook." })
        .max(2_000),
    }),
    sheets: shape({ sheets: word }),
    bulk: BulkLine,
  },
  "job",
);
export type HookLine = z.output<typeof OnComplete>;

const Step = shape({
  id,
  name: word,
  requires: z.array(word).max(MAX_LIST).default([]),
  needs: z.array(Need).max(MAX_NEEDS).default([]),
  guard: shape({ that: z.string(), because: line }).optional(),
  branch: z.string().optional(),
  makes: z.array(word).max(MAX_LIST).default([]),
  uses: z.array(word).max(MAX_LIST).default([]),
  skip: z.boolean().default(true),
  minutes: z.int().min(1).max(100_000).default(30),
  difficulty: z.enum(["easy", "medium", "hard"]).default("medium"),
  impact: z.enum(["low", "medium", "high"]).default("medium"),
  on_complete: z.array(OnComplete).max(MAX_HOOKS).default([]),
});
export type StepLines = z.output<typeof Step>;

/** The shape of a workflow's file; what its words mean is looked up afterwards. */
const WorkflowFile = shape({
  name: id,
  title: word,
  gates: z.record(word, shape({ needs: z.array(Need).min(1).max(MAX_NEEDS), because: line })).default({}),
  steps: z.array(Step).min(1).max(MAX_STEPS),
});
export type WorkflowFile = z.output<typeof WorkflowFile>;

export function readWorkflowFile(
  value: unknown,
): { ok: true; file: WorkflowFile } | { ok: false; findings: readonly Finding[] } {
  const read = WorkflowFile.safeParse(value, { error: issueWords });
  return read.success ? { ok: true, file: read.data } : { ok: false, findings: issueFindings(read.error) };
}
