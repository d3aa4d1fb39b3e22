import type { SlackChannel, Workspace } from "./workspace.ts";

/** Why the app may not post there: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
export function closed(
  workspace: Workspace,
  channel: SlackChannel | undefined,
  thread?: string | undefined,
): string | undefined {
  if (!channel) return "channel_not_found";
  if (channel.archived) return "is_archived";
  if (channel.left) return "not_in_channel";
  if (channel.name.includes("read-only")) return "restricted_action_read_only_channel";
  if (thread !== undefined && workspace.lockedThreads.has(thread)) return "restricted_action_thread_locked";
  return undefined;
}

/** A person's id stands for their direct messages with the app. */
export function channelFor(workspace: Workspace, id: string): SlackChannel | undefined {
  if (!workspace.people.has(id)) return workspace.channels.get(id);
  const direct = workspace.directs.get(id) ?? workspace.nextId("D");
  workspace.directs.set(id, direct);
  if (!workspace.channels.has(direct))
    workspace.channels.set(direct, { id: direct, name: "direct", direct: true, posts: [] });
  return workspace.channels.get(direct);
}
