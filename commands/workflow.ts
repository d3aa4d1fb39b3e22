import { z } from "zod";
import { defineCommand } from "./define-command.ts";

export const workflow = defineCommand({
  name: "workflow",
  summary: "where the film stands and what comes next",
  usage: "/workflow [status | steps | write | complete | skip | reopen] [step] [reason]",
  examples: [
    "/workflow",
    "/workflow steps",
    "/workflow write logline",
    '/workflow skip synopsis "we go straight to the beats"',
  ],
  permission: "viewer",
  rest: "reason",
  options: z.object({
    action: z
      .enum(["status", "steps", "write", "complete", "skip", "reopen"])
      .default("status")
      .describe("status, steps, write, complete, skip or reopen"),
    step: z.string().default("").describe("the step, for example logline"),
    reason: z.string().default("").describe("why a step is skipped, or what a document should be like"),
  }),
  run: async ({ plan, documents }, turn, { action, step, reason }) => {
    switch (action) {
      case "status":
        return plan.status(turn);
      case "steps":
        return plan.steps(turn);
      case "write":
        return documents.write(turn, step, reason);
      case "complete":
        return plan.complete(turn, step);
      case "skip":
        return plan.skip(turn, step, reason);
      case "reopen":
        return plan.reopen(turn, step);
    }
  },
});
