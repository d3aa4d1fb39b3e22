import type { SlackChannel, SlackPost, Workspace } from "./workspace.ts";

type Event = Record<string, unknown>;

const typeOf = ({ direct }: SlackChannel) => (direct ? "im" : "channel");

/** Tells that a message was changed: https://docs.slack.dev/reference/events/message/message_changed */
export function changedEvent(
  workspace: Workspace,
  channel: SlackChannel,
  post: SlackPost,
  previous: SlackPost,
): Event {
  const ts = workspace.nextTs();
  return {
    type: "message",
    subtype: "message_changed",
    hidden: true,
    channel: channel.id,
    channel_type: typeOf(channel),
    message: { type: "message", ...post },
    previous_message: { type: "message", ...previous },
    ts,
    event_ts: ts,
  };
}

/**
 * Takes a message away, and answers what Slack tells of it: https://docs.slack.dev/reference/events/message/message_deleted.
 * One that has answers stays as an empty stone. Undefined when there is none.
 */
export function takeAway(workspace: Workspace, channel: SlackChannel, ts: string): Event | undefined {
  const { posts } = channel;
  const index = posts.findIndex((post) => post.ts === ts && post.subtype !== "tombstone");
  const previous = posts[index];
  if (!previous) return undefined;
  if (posts.some(({ thread_ts }) => thread_ts === ts)) {
    const stone = { ts, user: "USLACKBOT", text: "This message was deleted.", subtype: "tombstone" };
    posts[index] = stone;
    return changedEvent(workspace, channel, stone, previous);
  }
  posts.splice(index, 1);
  const told = workspace.nextTs();
  return {
    type: "message",
    subtype: "message_deleted",
    hidden: true,
    channel: channel.id,
    channel_type: typeOf(channel),
    deleted_ts: ts,
    previous_message: { type: "message", ...previous },
    ts: told,
    event_ts: told,
  };
}
