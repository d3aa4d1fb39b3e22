import { type Arguments, type Method, type MethodParts, no, ok, type Result } from "./answers.ts";
import type { SlackPost, Workspace } from "./workspace.ts";

const MAX_MARKDOWN = 12_000;

/**
 * Text streaming, as https://docs.slack.dev/reference/methods/chat.startStream and its neighbours say, and what they do
 * not: a stream that lasts for about five minutes is ended by Slack (https://github.com/slackapi/python-slack-sdk/issues/1859).
 */
export const STREAM_METHODS: Readonly<Record<string, Method>> = {
  "chat.startStream": start,
  "chat.appendStream": (parts, given) =>
    inStream(parts, given, (post, text) => {
      if (text === "") return no("no_text");
      if (text.length > MAX_MARKDOWN) return no("msg_too_long");
      post.text += text;
      return ok({ channel: given.channel, ts: post.ts });
    }),
  "chat.stopStream": (parts, given) =>
    inStream(parts, given, (post, text) => {
      post.text += text;
      if (given.blocks !== undefined) post.blocks = JSON.parse(given.blocks);
      if (given.metadata !== undefined) post.metadata = JSON.parse(given.metadata);
      post.streaming_state = "completed";
      return ok({ channel: given.channel, ts: post.ts, message: post });
    }),
};

/** Whether a message is being streamed now: then it cannot be edited. */
export function isStreaming(workspace: Workspace, post: SlackPost): boolean {
  const since = workspace.streams.get(post.ts);
  if (post.streaming_state !== "in_progress" || since === undefined) return false;
  if (performance.now() - since > workspace.streamsLastMs) post.streaming_state = "errored";
  return post.streaming_state === "in_progress";
}

function start({ workspace }: MethodParts, given: Arguments): Result {
  const channel = workspace.channels.get(given.channel ?? "");
  const text = given.markdown_text ?? "";
  if (!workspace.mayStream) return no("channel_type_not_supported");
  if (!channel) return no("channel_not_found");
  if (channel.name.includes("read-only")) return no("restricted_action_read_only_channel");
  if (text.length > MAX_MARKDOWN) return no("msg_too_long");
  if (given.thread_ts !== undefined && !workspace.post(channel.id, given.thread_ts))
    return no("thread_not_found");
  if (!channel.direct) {
    if (!given.recipient_user_id) return no("missing_recipient_user_id");
    if (!given.recipient_team_id) return no("missing_recipient_team_id");
    if (!workspace.people.has(given.recipient_user_id)) return no("user_not_found");
    if (given.recipient_team_id !== workspace.teamId) return no("team_not_found");
  }
  const post: SlackPost = {
    ts: workspace.nextTs(),
    user: workspace.bot.id,
    bot_id: "B0BACKLOT",
    text,
    streaming_state: "in_progress",
    ...(given.thread_ts === undefined ? {} : { thread_ts: given.thread_ts }),
  };
  channel.posts.push(post);
  workspace.streams.set(post.ts, performance.now());
  return ok({ channel: channel.id, ts: post.ts });
}

function inStream(
  { workspace }: MethodParts,
  given: Arguments,
  work: (post: SlackPost, text: string) => Result,
): Result {
  if (!workspace.channels.has(given.channel ?? "")) return no("channel_not_found");
  const post = workspace.post(given.channel ?? "", given.ts ?? "");
  if (!post) return no("message_not_found");
  if (post.user !== workspace.bot.id) return no("message_not_owned_by_app");
  if (!isStreaming(workspace, post)) return no("message_not_in_streaming_state");
  return work(post, given.markdown_text ?? "");
}
