import { z } from "zod";
import { defineCommand } from "./define-command.ts";

export const project = defineCommand({
  name: "project",
  summary: "this film: show it, rename it, list or make others, set how it takes what people say",
  usage:
    "/project [show | list | create | rename | workflow | settings | saving | corrections | decisions] [value]",
  examples: [
    "/project",
    '/project create "Night Shift"',
    '/project rename "The Long Night"',
    "/project workflow short",
    "/project settings",
    "/project saving propose",
    "/project corrections reviewed",
    "/project decisions vote 3",
  ],
  permission: "viewer",
  rest: "value",
  options: z.object({
    action: z
      .enum([
        "show",
        "list",
        "create",
        "rename",
        "workflow",
        "settings",
        "saving",
        "corrections",
        "decisions",
      ])
      .default("show")
      .describe("what to do; without it I show the project"),
    value: z
      .string()
      .optional()
      .describe("a title, a workflow, or the way of a setting: propose, reviewed, vote 3"),
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
      case "settings":
        return projects.settings(turn);
      case "saving":
      case "corrections":
      case "decisions":
        return projects.set(turn, action, value);
    }
  },
});
