import { z } from "zod";
import { defineCommand } from "./define-command.ts";

export const undo = defineCommand({
  name: "undo",
  summary: "take back the last change of this session",
  usage: "/undo",
  examples: ["/undo"],
  permission: "writer",
  options: z.object({
    turn: z.string().optional().describe("take back all that one turn changed, by its id"),
    change: z.string().optional().describe("take back one change, by its id"),
    operation: z.string().optional().describe("take back all that one operation made, by its id"),
  }),
  run: async ({ bible }, turn, which) => bible.undo(turn, which),
});
