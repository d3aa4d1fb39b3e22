import { z } from "zod";
import { defineCommand } from "./define-command.ts";

export const project = defineCommand({
  name: "project",
  summary: "this film: show it, rename it, list or make others",
  usage: "/project [show | list | create | rename | workflow] [value]",
  examples: [
    "/project",
    '/project create "Night Shift"',
    '/project rename "The Long Night"',
    "/project workflow short",
  ],
  permission: "viewer",
  rest: "value",
  options: z.object({
    action: z
      .enum(["show", "list", "create", "rename", "workflow"])
      .default("show")
      .describe("show, list, create, rename or workflow"),
    value: z.string().optional().describe("the title, or the workflow's name (film, short, free)"),
  }),
  run: async ({ projects }, turn, { action, value = "" }) => {
    switch (action) {
      case "show":
        return projects.show(turn);
      case "list":
        return projects.list(turn);
      case "create":
        return projects.create(turn, value);
      case "rename":
        return projects.rename(turn, value);
      case "workflow":
        return projects.setWorkflow(turn, value);
    }
  },
});
