import { z } from "zod";
import { openDiscordRoom } from "../fakes/discord/discord-room.ts";
import { openSlackRoom } from "../fakes/slack/slack-room.ts";
import { platformSuite } from "./platform.suite.ts";
import { fakeCommand } from "./platform-room.ts";

const commands = [
  fakeCommand({
    name: "bulk",
    options: z.object({
      kind: z.string().describe("What to make"),
      count: z.coerce.number().int().min(1).optional().describe("How many"),
    }),
  }),
  fakeCommand({
    name: "character",
    options: z.object({
      action: z.string().describe("What to do"),
      name: z.string().describe("Whom to do it to"),
    }),
    opens: ({ action }) => action === "edit",
  }),
  fakeCommand({ name: "help", options: z.object({}) }),
];

platformSuite("Discord", () => openDiscordRoom(commands));
platformSuite("Slack over Socket Mode", () => openSlackRoom(commands, "socket"));
platformSuite("Slack over HTTP", () => openSlackRoom(commands, "http"));
