import { type Arguments, type Method, no, ok, type Result } from "./answers.ts";
import type { SlackChannel, SlackPost, Workspace } from "./workspace.ts";

const MAX_PAGE = 999;

/** What stands in the channel itself: newest first. A parent tells of its answers. */
export const history: Method = ({ workspace }, given) => {
  const channel = workspace.channels.get(given.channel ?? "");
  const shut = unread(workspace, channel);
  if (!channel || shut) return shut ?? no("channel_not_found");
  const own = channel.posts.filter(({ thread_ts, subtype }) => !thread_ts || subtype === "thread_broadcast");
  const told = page(own.toReversed(), given, (post) => answers(channel, post));
  return told.ok ? { ...told, channel_actions_ts: null, channel_actions_count: 0 } : told;
};

/** A thread from its first message on, which is told always: oldest first. */
export const replies: Method = ({ workspace }, given) => {
  const channel = workspace.channels.get(given.channel ?? "");
  const shut = unread(workspace, channel);
  if (!channel || shut) return shut ?? no("channel_not_found");
  const parent = workspace.post(channel.id, given.ts ?? "");
  if (!parent) return no("thread_not_found");
  const thread = channel.posts.filter(({ thread_ts }) => thread_ts === parent.ts);
  const told = page(thread, given, () => ({ parent_user_id: parent.user }));
  if (!told.ok) return told;
  return {
    ...told,
    messages: [json(parent, given, answers(channel, parent)), ...(told.messages as object[])],
  };
};

/** Why the app may not read there. */
function unread({ scopes }: Workspace, channel: SlackChannel | undefined): Result | undefined {
  if (!channel) return no("channel_not_found");
  if (channel.name.includes("secret") || channel.left) return no("not_in_channel");
  const needed = channel.direct ? "im:history" : "channels:history";
  return scopes.has(needed) ? undefined : no("missing_scope", { needed });
}

function page(posts: readonly SlackPost[], given: Arguments, more: (post: SlackPost) => object): Result {
  const limit = Number(given.limit ?? 100);
  if (!(limit >= 1 && limit <= MAX_PAGE)) return no("invalid_arguments");
  const [oldest, latest] = [Number(given.oldest ?? 0), Number(given.latest ?? Number.POSITIVE_INFINITY)];
  const within = posts.filter(({ ts }) => Number(ts) > oldest && Number(ts) < latest);
  const from = given.cursor ? within.findIndex(({ ts }) => ts === atob(given.cursor ?? "")) : 0;
  if (from < 0) return no("invalid_cursor");
  const found = within.slice(from, from + limit);
  const next = within[from + limit];
  return ok({
    messages: found.map((post) => json(post, given, more(post))),
    has_more: next !== undefined,
    response_metadata: { next_cursor: next ? btoa(next.ts) : "" },
  });
}

const json = ({ metadata, ...post }: SlackPost, given: Arguments, more: object) => ({
  type: "message",
  ...post,
  ...more,
  ...(given.include_all_metadata === "true" ? { metadata } : {}),
});

function answers({ posts }: SlackChannel, { ts }: SlackPost): object {
  const below = posts.filter(({ thread_ts }) => thread_ts === ts);
  return below.length === 0
    ? {}
    : { thread_ts: ts, reply_count: below.length, latest_reply: below.at(-1)?.ts };
}
