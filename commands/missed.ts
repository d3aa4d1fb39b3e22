import { z } from "zod";
import { toAsker } from "../src/chat/to-asker.ts";
import { defineCommand } from "./define-command.ts";

export const missed = defineCommand({
  name: "missed",
  summary: "what was said here while Backlot was away, to be read after all",
  usage: "/missed [show | read | leave]",
  examples: ["/missed", "/missed read"],
  permission: "writer",
  options: z.object({
    action: z.enum(["show", "read", "leave"]).default("show").describe("show, read or leave"),
  }),
  run: async ({ missed: away }, turn, { action }) =>
    action === "show" ? toAsker(turn, await away.show(turn)) : away[action](turn),
});
