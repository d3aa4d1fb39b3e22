/** Calls a minute that Slack takes of a method in each workspace: https://docs.slack.dev/apis/web-api/rate-limits */
const A_MINUTE = { 2: 20, 3: 50, 4: 100 } as const;

/**
 * The tiers of the methods that are held back. What answers a press within seconds is left to Slack's own judgement, and
 * so are methods with a limit of their own.
 */
export const TIERS: Readonly<Record<string, keyof typeof A_MINUTE>> = {
  "chat.appendStream": 4,
  "chat.delete": 3,
  "chat.startStream": 2,
  "chat.stopStream": 2,
  "chat.update": 3,
  "conversations.history": 3,
  "conversations.info": 3,
  "conversations.replies": 3,
  "files.completeUploadExternal": 4,
  "files.getUploadURLExternal": 4,
  "files.info": 4,
  "reactions.add": 3,
  "reactions.remove": 2,
  "usergroups.list": 2,
  "users.conversations": 3,
  "users.info": 4,
  "users.list": 2,
};

/** How many calls of a method are taken within a minute; undefined where it is not counted. */
export const callsAMinute = (method: string): number | undefined => {
  const tier = TIERS[method];
  return tier && A_MINUTE[tier];
};
