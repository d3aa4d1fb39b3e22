import { z } from "zod";
import { countOption } from "./count-option.ts";
import { defineCommand } from "./define-command.ts";

export const undo = defineCommand({
  name: "undo",
  summary: "take back the last change of this session",
  usage: "/undo [count]",
  examples: ["/undo", "/undo 2"],
  permission: "writer",
  unseen: ["turn", "change", "operation"],
  options: z.object({
    count: countOption("how many things to take back, the newest first"),
    turn: z.string().optional().describe("take back all that one turn changed, by its id"),
    change: z.string().optional().describe("take back one change and what it took with it, by its id"),
    operation: z.string().optional().describe("take back all that one operation made, by its id"),
  }),
  run: async ({ bible, bulk }, turn, which) => {
    if (which.operation === undefined) return bible.undo(turn, which);
    await bulk.mayUndo(turn, which.operation);
    return bible.undoOperation(turn, which.operation, false);
  },
});
