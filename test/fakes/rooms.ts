/** Backlot itself in a room of each fake, as its own contract suites open it: the entry `backlot/testing/rooms`. */
export { openDiscordRoom } from "./discord/discord-room.ts";
export { openSlackRoom } from "./slack/slack-room.ts";
