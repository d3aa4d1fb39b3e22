import { z } from "zod";
import { defineCommand } from "./define-command.ts";

export const open = defineCommand({
  name: "open",
  summary: "what waits for your answer: questions, contradictions, proposals",
  usage: "/open [list | review | accept | decline | edit | answer | skip] [value]",
  examples: ["/open", "/open accept 1,3", "/open answer 32", "/open skip"],
  permission: "viewer",
  rest: "value",
  unseen: ["id", "item", "next", "values"],
  options: z.object({
    action: z
      .enum(["list", "review", "accept", "decline", "edit", "answer", "skip"])
      .default("list")
      .describe("list, review, accept, decline, edit, answer or skip"),
    value: z.string().default("").describe("which parts (1,3 or all), or the answer"),
    id: z.string().optional().describe("which one; the newest of this session when left out"),
    item: z.string().optional().describe("which part of a proposal"),
    next: z.boolean().optional().describe("show the next part afterwards"),
    values: z.record(z.string(), z.string()).optional().describe("filled in by a form"),
  }),
  run: async ({ points }, turn, { action, value, id, item, next, values }) => {
    const parts = item ?? value;
    switch (action) {
      case "list":
        return points.list(turn);
      case "review":
        return points.review(turn, id);
      case "accept":
        return points.accept(turn, id, parts, next);
      case "decline":
        return points.decline(turn, id, parts, next);
      case "edit":
        return points.edit(turn, id, parts, values, next);
      case "answer":
        return points.answer(turn, id, value);
      case "skip":
        return points.skip(turn, id);
    }
  },
});
