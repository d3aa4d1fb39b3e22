import { z } from "zod";
import { FILM_FORMATS, WorkflowName } from "../src/domain/project.ts";
import { defineCommand } from "./define-command.ts";

const ACTIONS = [
  "status",
  "steps",
  "advance",
  "complete",
  "skip",
  "reopen",
  "override",
  "rollback",
  "branches",
  "compare",
  "restore",
  "history",
  "format",
  "edit",
  "save",
  "validate",
  "diff",
  "versions",
  "use",
  "hooks",
  "retry",
  "write",
] as const;

export const workflow = defineCommand({
  name: "workflow",
  summary: "where the film stands and what comes next",
  usage: "/workflow [action] [step] [reason]",
  examples: [
    "/workflow",
    "/workflow steps",
    "/workflow advance",
    "/workflow write logline",
    '/workflow skip synopsis "we go straight to the beats"',
    '/workflow override breakdown "the script came in finished"',
    "/workflow edit",
    '/workflow rollback outline "the second act does not hold"',
  ],
  permission: "viewer",
  rest: "reason",
  unseen: ["version", "values", "confirm"],
  completes: {
    step: ({ suggest }, asking) => {
      switch (asking.given.action) {
        case "format":
          return suggest.words(asking, FILM_FORMATS);
        case "use":
          return suggest.words(asking, WorkflowName.options);
        case "compare":
        case "restore":
          return suggest.branches(asking);
        case "retry":
        case "diff":
          return [];
        default:
          return suggest.steps(asking);
      }
    },
  },
  options: z.object({
    action: z.enum(ACTIONS).default("status").describe("what to do; without it I show where the film stands"),
    step: z.string().default("").describe("the step; for format: feature, short, series or documentary"),
    reason: z
      .string()
      .default("")
      .describe("why a step is skipped or opened early, or what a document should be like"),
    version: z.coerce.number().int().min(0).optional().describe("the version a form was opened on"),
    values: z.record(z.string(), z.string()).default({}).describe("what a form was filled in with"),
    confirm: z
      .string()
      .default("")
      .describe("what a preview of going back was made of, as its button has it"),
  }),
  opens: ({ action }) => action === "edit",
  run: async ({ plan, documents, rollbacks, orchestration, workflows }, turn, options) => {
    const { action, step, reason, confirm, values } = options;
    switch (action) {
      case "status":
        return plan.status(turn);
      case "steps":
        return plan.steps(turn);
      case "advance":
        return plan.advance(turn, step);
      case "write":
        return documents.write(turn, step, reason);
      case "complete":
        return plan.complete(turn, step, reason);
      case "skip":
        return plan.skip(turn, step, reason);
      case "reopen":
        return plan.reopen(turn, step);
      case "override":
        return plan.override(turn, step, reason);
      case "rollback":
        return rollbacks.rollback(turn, step, reason, confirm);
      case "branches":
        return rollbacks.branches(turn);
      case "compare":
        return rollbacks.compare(turn, [step, reason].join(" "));
      case "restore":
        return rollbacks.restore(turn, [step, reason].join(" "));
      case "format":
        return plan.setFormat(turn, step);
      case "edit":
        return workflows.show(turn);
      case "save":
        return workflows.save(turn, values.source ?? "", options.version);
      case "validate":
        return workflows.validate(turn);
      case "diff":
        return workflows.diff(turn, step, reason);
      case "versions":
        return workflows.versions(turn);
      case "use":
        return workflows.use(turn, [step, reason].join(" "));
      case "hooks":
        return orchestration.list(turn);
      case "retry":
        return orchestration.retry(turn, step);
      case "history":
        return plan.history(turn, step);
    }
  },
});
