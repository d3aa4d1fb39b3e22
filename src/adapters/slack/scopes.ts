/**
 * What the app asks a workspace for, and no more. Which method and which event needs which:
 * https://docs.slack.dev/reference/methods and https://docs.slack.dev/reference/events
 */
export const BOT_SCOPES = [
  // To hear: mentions, and what is said where Backlot was invited.
  "app_mentions:read",
  "channels:history",
  "groups:history",
  "im:history",
  "mpim:history",
  // To call channels and people by their names, and to know what people may do.
  "channels:read",
  "groups:read",
  "im:read",
  "mpim:read",
  "users:read",
  "usergroups:read",
  // To answer, with receipts and files.
  "chat:write",
  "commands",
  "files:read",
  "files:write",
  "reactions:write",
] as const;

/** What Slack tells the app of. The last two: that a workspace does not want it any more. */
export const BOT_EVENTS = [
  "app_mention",
  "message.channels",
  "message.groups",
  "message.im",
  "message.mpim",
  "app_uninstalled",
  "tokens_revoked",
] as const;
