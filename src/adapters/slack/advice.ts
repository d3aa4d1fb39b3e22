import type { Bolt } from "./link.ts";

const LOCKED =
  "the thread you asked in is locked or gone, so I cannot answer there. Ask me again in the channel.";
const NOT_ALLOWED =
  "your workspace does not let me post where you asked. Have an admin allow it, or ask me in another channel of the film.";
const NOT_THERE =
  "I am not in the channel you asked in any more. Invite me with /invite @Backlot, then ask again.";

const ARCHIVED =
  "the channel you asked in is archived, so I cannot answer there. Have it unarchived, or ask me in another channel of the film.";

/** https://docs.slack.dev/reference/methods/chat.postMessage#errors and …/chat.update#errors */
const ADVICE: Readonly<Record<string, string>> = {
  cannot_reply_to_message: LOCKED,
  restricted_action_non_threadable_channel: LOCKED,
  restricted_action_thread_locked: LOCKED,
  thread_not_found: LOCKED,
  ekm_access_denied: NOT_ALLOWED,
  restricted_action: NOT_ALLOWED,
  restricted_action_read_only_channel: NOT_ALLOWED,
  restricted_action_thread_only_channel: NOT_ALLOWED,
  channel_not_found: NOT_THERE,
  not_in_channel: NOT_THERE,
  is_archived: ARCHIVED,
  is_inactive: ARCHIVED,
};

/** What to tell the person who waits for something that Slack does not let Backlot post. */
export const adviceFor = (error: unknown, { webApi }: Pick<Bolt, "webApi">): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? ADVICE[error.data.error] : undefined;
