import { expect, test } from "vitest";
import { z } from "zod";
import { slashCommands } from "../../../../src/adapters/slack/commands.ts";
import { fakeCommand } from "../../../contract/platform-room.ts";

test("lists every command for the manifest with its hint, and one name for all", () => {
  const bulk = fakeCommand({
    name: "bulk",
    options: z.object({ kind: z.enum(["characters", "scenes"]), count: z.number().optional() }),
  });
  expect(
    slashCommands(
      [bulk, fakeCommand({ name: "help", options: z.object({}) })],
      "https://backlot.test/slack/events",
    ),
  ).toEqual([
    {
      command: "/bulk",
      description: "What /bulk does",
      usage_hint: "<characters|scenes> [count]",
      should_escape: false,
      url: "https://backlot.test/slack/events",
    },
    {
      command: "/help",
      description: "What /help does",
      should_escape: false,
      url: "https://backlot.test/slack/events",
    },
    {
      command: "/backlot",
      description: "Any of Backlot's commands",
      usage_hint: "<command> …",
      should_escape: false,
      url: "https://backlot.test/slack/events",
    },
  ]);
  expect(slashCommands([bulk])[0]).not.toHaveProperty("url");
});
