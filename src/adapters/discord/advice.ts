import type { DiscordJs } from "./link.ts";

/**
 * What to tell the person who waits for something that Discord does not let Backlot post
 * (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes).
 */
export function adviceFor(error: unknown, discord: DiscordJs): string | undefined {
  if (!(error instanceof discord.DiscordAPIError)) return undefined;
  const codes = discord.RESTJSONErrorCodes;
  switch (error.code) {
    case codes.ThreadLocked:
    case codes.InvalidActionOnArchivedThread:
      return "the thread you asked in is locked, so I cannot answer there. Ask me again in the channel, or have a moderator unlock the thread.";
    case codes.UnknownChannel:
      return "the place you asked in is gone, so I cannot answer there. What was said is kept: ask me again in a channel of the film.";
    case codes.MissingAccess:
    case codes.MissingPermissions:
      return "I may not write where you asked. Have somebody who runs this server give me View Channel, Send Messages and Send Messages in Threads there, then ask again.";
    default:
      return undefined;
  }
}
