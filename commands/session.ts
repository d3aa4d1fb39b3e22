import { z } from "zod";
import { toAsker } from "../src/chat/to-asker.ts";
import { defineCommand } from "./define-command.ts";

export const session = defineCommand({
  name: "session",
  summary: "this conversation: name it, sum it up, close it; list or start others",
  usage: "/session [show | list | start | rename | summary | close] [title]",
  examples: [
    "/session",
    '/session start "Act two"',
    '/session rename "The diner"',
    "/session summary",
    '/session summary "The diner"',
    "/session close",
  ],
  permission: "viewer",
  rest: "title",
  completes: {
    title: ({ suggest }, asking) => (asking.given.action === "summary" ? suggest.sessions(asking) : []),
  },
  options: z.object({
    action: z
      .enum(["show", "list", "start", "rename", "summary", "close"])
      .default("show")
      .describe("show, list, start, rename, summary or close"),
    title: z.string().optional().describe("the session's name; for summary, another one of this film"),
  }),
  run: async ({ sessions }, turn, { action, title }) => {
    switch (action) {
      case "show":
        return toAsker(turn, await sessions.show(turn));
      case "list":
        return toAsker(turn, await sessions.list(turn));
      case "start":
        return sessions.start(turn, title);
      case "rename":
        return sessions.rename(turn, title ?? "");
      case "summary":
        return sessions.summary(turn, title);
      case "close":
        return sessions.close(turn);
    }
  },
});
