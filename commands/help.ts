import { z } from "zod";
import { toAsker } from "../src/chat/to-asker.ts";
import { defineCommand } from "./define-command.ts";

export const help = defineCommand({
  name: "help",
  summary: "what Backlot can do, or one command in full",
  usage: "/help [command]",
  examples: ["/help", "/help bulk"],
  permission: "viewer",
  completes: { command: ({ suggest, guide }, asking) => suggest.words(asking, guide.names()) },
  options: z.object({ command: z.string().optional().describe("the command to explain") }),
  run: async ({ guide }, turn, { command }) =>
    toAsker(turn, guide.help(command, turn.session.place.platform)),
});
