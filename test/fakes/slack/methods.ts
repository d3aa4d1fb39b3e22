import { type Arguments, type Method, type MethodParts, no, ok, type Result } from "./answers.ts";
import { changedEvent, takeAway } from "./changes.ts";
import { channelFor, closed } from "./closed.ts";
import { FILE_METHODS } from "./files.ts";
import { history, replies } from "./history.ts";
import { fileInfo } from "./posted-files.ts";
import { PRESENCE_METHODS } from "./presence.ts";
import { brokenRules, pingsOf } from "./rules.ts";
import { isStreaming, STREAM_METHODS } from "./streams.ts";
import { VIEW_METHODS } from "./views.ts";
import type { Block, SlackPerson, SlackPost, Workspace } from "./workspace.ts";

/** Slack's Web API, as far as an app that talks needs it, and as strict. */
export function callMethod(
  parts: MethodParts,
  name: string,
  given: Arguments,
  token: string | undefined,
): Result {
  const { workspace } = parts;
  workspace.calls.set(name, (workspace.calls.get(name) ?? 0) + 1);
  const wanted = name === "apps.connections.open" ? workspace.appToken : workspace.botToken;
  if (token !== wanted) return no(token ? "invalid_auth" : "not_authed");
  return METHODS[name]?.(parts, given) ?? no("unknown_method", { req_method: name });
}

const METHODS: Readonly<Record<string, Method>> = {
  "apps.connections.open": ({ socketUrl }) => ok({ url: socketUrl }),
  "auth.test": ({ workspace: { bot, teamId } }) =>
    ok({
      url: "https://studio.slack.test/",
      team: "Studio",
      team_id: teamId,
      user: bot.name,
      user_id: bot.id,
      bot_id: "B0BACKLOT",
    }),
  "users.info": ({ workspace }, { user = "" }) => {
    const person = workspace.people.get(user);
    return person ? ok({ user: userObject(person) }) : no("user_not_found");
  },
  "users.list": ({ workspace }, { limit, cursor }) => {
    if (limit === undefined) return no("limit_required");
    const all = [...workspace.people.values()];
    const from = cursor ? Number(atob(cursor)) : 0;
    const end = from + Math.min(1_000, Number(limit));
    const next_cursor = end < all.length ? btoa(String(end)) : "";
    const cache_ts = Math.floor(Date.now() / 1_000);
    return ok({
      members: all.slice(from, end).map(userObject),
      cache_ts,
      response_metadata: { next_cursor },
    });
  },
  "usergroups.list": ({ workspace }, { include_users }) => {
    if (!workspace.scopes.has("usergroups:read")) return no("missing_scope", { needed: "usergroups:read" });
    const usergroups = workspace.userGroups.map(({ users, ...group }) => ({
      ...group,
      name: group.handle,
      ...(String(include_users) === "true" ? { users } : {}),
    }));
    return ok({ usergroups });
  },
  "conversations.info": ({ workspace }, { channel = "" }) => {
    const found = workspace.channels.get(channel);
    if (!found) return no("channel_not_found");
    const { id, name, direct } = found;
    return ok({ channel: direct ? { id, is_im: true } : { id, name, is_channel: true, is_im: false } });
  },
  "users.conversations": ({ workspace }, { types = "public_channel", limit = "100" }) => {
    const wanted = types.split(",");
    const there = [...workspace.channels.values()].filter(
      ({ direct, left, archived, name }) =>
        !left && !archived && !name.includes("secret") && wanted.includes(direct ? "im" : "public_channel"),
    );
    const channels = there
      .slice(0, Number(limit))
      .map(({ id, name, direct }) =>
        direct ? { id, is_im: true } : { id, name, is_channel: true, is_im: false },
      );
    return ok({ channels, response_metadata: { next_cursor: "" } });
  },
  ...FILE_METHODS,
  "files.info": fileInfo,
  ...STREAM_METHODS,
  ...PRESENCE_METHODS,
  "chat.postMessage": postMessage,
  "chat.update": update,
  "chat.delete": ({ workspace, tell }, { channel = "", ts = "" }) => {
    const found = workspace.channels.get(channel);
    if (!found) return no("channel_not_found");
    const post = workspace.post(channel, ts);
    if (post && post.user !== workspace.bot.id) return no("cant_delete_message");
    const event = takeAway(workspace, found, ts);
    if (!event) return no("message_not_found");
    tell(event);
    return ok({ channel, ts });
  },
  "chat.postEphemeral": ({ workspace }, { channel = "", user = "", text = "" }) => {
    const shut = closed(workspace, workspace.channels.get(channel));
    if (shut !== undefined) return no(shut.replace(/^(restricted_action).*/, "$1"));
    if (!workspace.people.has(user)) return no("user_not_in_channel");
    workspace.ephemerals.push({ channel, user, text });
    return ok({ message_ts: workspace.nextTs() });
  },
  "conversations.history": history,
  "conversations.replies": replies,
  ...VIEW_METHODS,
};

const userObject = ({ id, name, admin, guest, bot }: SlackPerson) => ({
  id,
  name: name.toLowerCase(),
  is_admin: admin,
  is_owner: false,
  is_restricted: guest,
  is_bot: bot,
  profile: { display_name: name, real_name: name },
});

function postMessage(parts: MethodParts, given: Arguments): Result {
  const { workspace, tell } = parts;
  const channel = channelFor(workspace, given.channel ?? "");
  const shut = closed(workspace, channel, given.thread_ts);
  if (!channel || shut !== undefined) return no(shut ?? "channel_not_found");
  const blocks = blocksOf(given);
  const refusal = refuse(workspace, given.text ?? "", blocks);
  if (refusal) return refusal;
  if (given.thread_ts !== undefined && !workspace.post(channel.id, given.thread_ts))
    return no("thread_not_found");
  const post: SlackPost = {
    ts: workspace.nextTs(),
    user: workspace.bot.id,
    bot_id: "B0BACKLOT",
    text: given.text ?? "",
    blocks,
    ...(given.metadata === undefined ? {} : { metadata: JSON.parse(given.metadata) }),
    ...(given.thread_ts === undefined ? {} : { thread_ts: given.thread_ts }),
  };
  channel.posts.push(post);
  // https://docs.slack.dev/reference/methods/chat.postMessage: media are shown unless that is refused.
  if (given.unfurl_links === "true" || given.unfurl_media !== "false") workspace.unfurled.add(post.ts);
  const linkNames = given.link_names === "true" || given.parse === "full";
  workspace.pings.push(...pingsOf(post.text, blocks, linkNames));
  const channel_type = channel.direct ? "im" : "channel";
  tell({ type: "message", channel: channel.id, channel_type, event_ts: post.ts, ...post });
  return ok({ channel: channel.id, ts: post.ts, message: post });
}

function update({ workspace, tell }: MethodParts, given: Arguments): Result {
  const { channel = "", ts = "" } = given;
  if (workspace.edits?.refusal(channel, ts) !== undefined) return no("ratelimited");
  const found = workspace.channels.get(channel);
  if (!found) return no("channel_not_found");
  if (found.archived) return no("is_inactive");
  const post = workspace.post(channel, ts);
  if (!post || post.subtype === "tombstone") return no("message_not_found");
  if (post.user !== workspace.bot.id) return no("cant_update_message");
  if (isStreaming(workspace, post)) return no("streaming_state_conflict");
  if (workspace.streamsStayRich && post.streaming_state !== undefined) return no("block_mismatch");
  const blocks = blocksOf(given);
  const refusal = refuse(workspace, given.text ?? "", blocks);
  if (refusal) return refusal;
  const previous = { ...post };
  Object.assign(post, {
    text: given.text ?? "",
    blocks,
    ...(given.metadata ? { metadata: JSON.parse(given.metadata) } : {}),
  });
  tell(changedEvent(workspace, found, post, previous));
  return ok({ channel, ts, text: post.text, message: { type: "message", ...post } });
}

function refuse(workspace: Workspace, text: string, blocks: readonly Block[]): Result | undefined {
  if (text === "" && blocks.length === 0) return no("no_text");
  const broken = [...brokenRules(text, blocks), ...brokenFiles(workspace, blocks)];
  return broken.length > 0 ? no("invalid_blocks", { response_metadata: { messages: broken } }) : undefined;
}

/** A file can be shown once Slack has looked at it, which is some time after its upload is complete. */
const brokenFiles = (workspace: Workspace, blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ type, slack_file }, index) => {
    const file = workspace.files.get(slack_file?.id ?? "");
    const ready = file?.readyAt !== undefined && performance.now() >= file.readyAt;
    return type !== "image" || slack_file === undefined || ready
      ? []
      : [`invalid slack file [json-pointer:/blocks/${index}/slack_file]`];
  });

const blocksOf = (given: Arguments): readonly Block[] =>
  given.blocks === undefined ? [] : JSON.parse(given.blocks);
