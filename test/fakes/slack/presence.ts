import { type Method, no, ok, type Result } from "./answers.ts";
import type { SlackPost, Workspace } from "./workspace.ts";

/** The names of Slack's own emoji that are asked for in tests. */
const KNOWN = new Set(["eyes", "hourglass_flowing_sand", "white_check_mark", "warning"]);

/** https://docs.slack.dev/reference/methods/reactions.add, …/reactions.remove and …/assistant.threads.setStatus */
export const PRESENCE_METHODS: Readonly<Record<string, Method>> = {
  "reactions.add": ({ workspace }, { channel, timestamp, name = "" }) =>
    on(workspace, { channel, timestamp, name }, (post) => {
      if (has(post, name)) return no("already_reacted");
      post.reactions = [...(post.reactions ?? []), { name, count: 1, users: [workspace.bot.id] }];
      return ok();
    }),
  "reactions.remove": ({ workspace }, { channel, timestamp, name = "" }) =>
    on(workspace, { channel, timestamp, name }, (post) => {
      if (!has(post, name)) return no("no_reaction");
      post.reactions = post.reactions?.filter((one) => one.name !== name) ?? [];
      return ok();
    }),
  "assistant.threads.setStatus": ({ workspace }, { channel_id = "", thread_ts = "", status = "" }) => {
    if (!workspace.showsStatus) return no("not_allowed_token_type");
    if (!workspace.channels.has(channel_id)) return no("channel_not_found");
    if (!workspace.post(channel_id, thread_ts)) return no("invalid_thread_ts");
    workspace.statuses.push({ channel: channel_id, thread: thread_ts, status });
    return ok();
  },
};

const has = (post: SlackPost, name: string) => post.reactions?.some((one) => one.name === name) ?? false;

function on(
  workspace: Workspace,
  given: { channel?: string | undefined; timestamp?: string | undefined; name: string },
  work: (post: SlackPost) => Result,
): Result {
  if (!workspace.scopes.has("reactions:write")) return no("missing_scope", { needed: "reactions:write" });
  const channel = workspace.channels.get(given.channel ?? "");
  if (!channel) return no("channel_not_found");
  if (channel.name.includes("no-reactions")) return no("no_access");
  if (channel.archived) return no("is_archived");
  if (!KNOWN.has(given.name)) return no("invalid_name");
  const post = workspace.post(channel.id, given.timestamp ?? "");
  if (post && workspace.lockedThreads.has(post.thread_ts ?? post.ts)) return no("thread_locked");
  return post ? work(post) : no("message_not_found");
}
