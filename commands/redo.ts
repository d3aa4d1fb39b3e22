import { z } from "zod";
import { countOption } from "./count-option.ts";
import { defineCommand } from "./define-command.ts";

export const redo = defineCommand({
  name: "redo",
  summary: "bring back what was undone last in this session",
  usage: "/redo [count]",
  examples: ["/redo", "/redo 2"],
  permission: "writer",
  unseen: ["turn", "change"],
  options: z.object({
    count: countOption("how many undos to take back"),
    turn: z.string().optional().describe("bring back all that one undo took, by its turn's id"),
    change: z.string().optional().describe("bring back what one change of an undo took, by its id"),
  }),
  run: async ({ bible }, turn, which) => bible.redo(turn, which),
});
