import { openDiscordRoom } from "../fakes/discord/discord-room.ts";
import { openSlackRoom } from "../fakes/slack/slack-room.ts";
import { platformSuite } from "./platform.suite.ts";
import { platformCommands } from "./platform-commands.ts";

platformSuite("Discord", () => openDiscordRoom(platformCommands));
platformSuite("Slack over Socket Mode", () => openSlackRoom(platformCommands, "socket"));
