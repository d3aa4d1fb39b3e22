import { z } from "zod";
import { defineCommand } from "./define-command.ts";

export const help = defineCommand({
  name: "help",
  summary: "what Backlot can do, or one command in full",
  usage: "/help [command]",
  examples: ["/help", "/help bulk"],
  permission: "viewer",
  completes: { command: ({ suggest, guide }, asking) => suggest.words(asking, guide.names()) },
  options: z.object({ command: z.string().optional().describe("the command to explain") }),
  run: async ({ guide }, { session, event }, { command }) => {
    const { platform } = session.place;
    const told = guide.help(command, platform);
    // In a channel only the one who asks wants to read it; what is asked in talk is answered where it was said.
    return event.type === "command" && platform !== "web" ? { ...told, private: true } : told;
  },
});
