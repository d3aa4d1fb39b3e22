import { z } from "zod";
import { defineCommand } from "./define-command.ts";

export const session = defineCommand({
  name: "session",
  summary: "this conversation: show it, name it, list or start others",
  usage: "/session [show | list | start | rename] [title]",
  examples: ["/session", '/session start "Act two"', '/session rename "The diner"'],
  permission: "viewer",
  rest: "title",
  options: z.object({
    action: z
      .enum(["show", "list", "start", "rename"])
      .default("show")
      .describe("show, list, start or rename"),
    title: z.string().optional().describe("the session's name"),
  }),
  run: async ({ sessions }, turn, { action, title }) => {
    switch (action) {
      case "show":
        return sessions.show(turn);
      case "list":
        return sessions.list(turn);
      case "start":
        return sessions.start(turn, title);
      case "rename":
        return sessions.rename(turn, title ?? "");
    }
  },
});
