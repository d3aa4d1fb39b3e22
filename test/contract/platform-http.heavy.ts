import { openSlackRoom } from "../fakes/slack/slack-room.ts";
import { platformSuite } from "./platform.suite.ts";
import { platformCommands } from "./platform-commands.ts";

/** The third way into a room. Most of it is the code of Socket Mode, which `npm test` holds to the same contract. */
platformSuite("Slack over HTTP", () => openSlackRoom(platformCommands, "http"));
