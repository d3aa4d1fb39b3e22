import { z } from "zod";
import { toAsker } from "../src/chat/to-asker.ts";
import { ProjectSettings, WorkflowName } from "../src/domain/project.ts";
import { ChannelSettings } from "../src/domain/session.ts";
import { defineCommand } from "./define-command.ts";

const ACTIONS = [
  "show",
  "list",
  "create",
  "bind",
  "unbind",
  "share",
  "join",
  "rename",
  "workflow",
  "settings",
  "saving",
  "corrections",
  "receipts",
  "decisions",
  "answers",
  "hears",
  "roles",
] as const;

/** What each setting can be. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  workflow: WorkflowName.options,
  saving: ProjectSettings.shape.saving.options,
  corrections: ProjectSettings.shape.corrections.options,
  receipts: ["on", "off"],
  decisions: ["anyone", "producer", "vote 2", "vote 3"],
  answers: ChannelSettings.shape.answers.options,
  hears: ChannelSettings.shape.hears.options,
  share: ["off"],
};

export const project = defineCommand({
  name: "project",
  summary: "this film and its channel: make, bind, share, rename; how it takes what people say",
  usage:
    "/project [show | list | create | bind | unbind | share | join | rename | workflow | settings | saving | corrections | receipts | decisions | answers | hears | roles] [value]",
  examples: [
    "/project",
    '/project create "Night Shift"',
    "/project bind Night Shift",
    "/project share",
    "/project join ABCD-EFGH-IJKL",
    '/project rename "The Long Night"',
    "/project workflow short",
    "/project settings",
    "/project saving propose",
    "/project corrections reviewed",
    "/project receipts off",
    "/project decisions vote 3",
    "/project answers channel",
    "/project hears all",
    "/project roles @Writers producer",
  ],
  permission: "viewer",
  rest: "value",
  completes: {
    value: ({ suggest }, asking) => {
      const { action } = asking.given;
      return action === "bind" ? suggest.projects(asking) : suggest.words(asking, WAYS[`${action}`] ?? []);
    },
  },
  options: z.object({
    action: z.enum(ACTIONS).default("show").describe("what to do; without it I show the project"),
    value: z
      .string()
      .optional()
      .describe("a title, a join code, a workflow, or the way of a setting: propose, vote 3"),
  }),
  run: async ({ projects }, turn, { action, value = "" }) => {
    switch (action) {
      case "show":
        return projects.show(turn);
      case "list":
        return toAsker(turn, await projects.list(turn));
      case "create":
        return projects.create(turn, value);
      case "bind":
        return projects.bind(turn, value);
      case "unbind":
        return projects.unbind(turn);
      case "share":
        return projects.share(turn, value);
      case "join":
        return projects.join(turn, value);
      case "rename":
        return projects.rename(turn, value);
      case "workflow":
        return projects.setWorkflow(turn, value);
      case "roles":
        return value.trim() === ""
          ? toAsker(turn, await projects.roles(turn, value))
          : projects.roles(turn, value);
      case "settings":
        return toAsker(turn, await projects.settings(turn));
      case "saving":
      case "corrections":
      case "receipts":
      case "decisions":
      case "answers":
      case "hears":
        return projects.set(turn, action, value);
    }
  },
});
