import type { APIMessage } from "discord.js";
import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Place } from "../../domain/session.ts";
import { isAfter } from "../../lib/watermarks.ts";
import { askInTime } from "./ask.ts";
import { awake } from "./awake.ts";
import { hasCode } from "./failure.ts";
import { findPosts, marked, mayBeThere } from "./find-posts.ts";
import type { Link } from "./link.ts";
import { nonceOf, type Post, renderPosts } from "./outbound.ts";
import { type Attachments, type Pictures, withFiles, withKeptFiles } from "./post-files.ts";
import { formatPosted, homeOf, parsePosted } from "./post-id.ts";
import { snowflakeAt } from "./snowflake.ts";
import { openThread } from "./thread.ts";

/** No thread falls asleep sooner, and those awake are told (https://docs.discord.com/developers/topics/threads#active--archived-threads). */
const AWAKE_MS = 30 * 60_000;

/** With what is attached to its posts. */
export interface Poster extends Link {
  readonly attachments: Attachments;
}

/**
 * Posts a message where it belongs and answers the id of its posts. The same message sent again finds its first posts.
 * `instead`: its former posts, of which some are gone; the others go, too.
 */
export async function postMessage(
  link: Poster,
  place: Place,
  message: ChatMessage,
  pictures: Pictures,
  instead?: string,
): Promise<string> {
  const posts = drawn(link, message);
  const [first, ...rest] = posts;
  if (!first) return "";
  if (instead !== undefined) {
    const { channel, ids } = parsePosted(instead, place);
    for (const id of ids) await remove(link, channel, id);
  }
  if (mayBeThere(link, message)) {
    const { channel, ids } = await findPosts(link, place, message, posts.length);
    if (ids.size > 0) return bring(link, place, { channel, ids, message, pictures });
  }
  // Discord would answer the nonce of a post that was deleted with that post.
  const key = instead === undefined ? message.id : `${message.id}>${instead}`;
  const { at, posted } = await postFirst(link, place, withNonce(first, key, 0), pictures);
  const ids = [posted.id];
  for (const [index, body] of rest.entries()) {
    const next = withNonce(body, key, index + 1);
    ids.push((await patiently(link, () => post(link, at, next, pictures))).id);
  }
  return formatPosted({ channel: at.channel, ids }, place);
}

/** Brings the posts of a message to its newest state: changed, added to, or taken away. */
export async function editMessage(
  link: Poster,
  place: Place,
  platformId: string,
  message: ChatMessage,
  pictures: Pictures,
): Promise<string> {
  const { channel, ids } = parsePosted(platformId, place);
  const there = new Map(ids.entries());
  // An earlier try may have added some of what is to be added.
  const more = drawn(link, message).length > ids.length && mayBeThere(link, message);
  const found = more ? await findPosts(link, place, message, ids.length) : undefined;
  if (found?.channel === channel)
    for (const [index, id] of found.ids) if (!there.has(index)) there.set(index, id);
  return bring(link, place, { channel, ids: there, message, pictures });
}

/** Takes all posts of a message away. */
export async function removeMessage(link: Link, place: Place, platformId: string): Promise<void> {
  const { channel, ids } = parsePosted(platformId, place);
  for (const id of ids) await patiently(link, () => remove(link, channel, id));
}

const drawn = (link: Link, message: ChatMessage): Post[] =>
  renderPosts(message, link.unfurls).map((post, index) => marked(post, message.id, index));

interface There {
  readonly channel: string;
  /** By their number in the message. */
  readonly ids: ReadonlyMap<number, string>;
  readonly message: ChatMessage;
  readonly pictures: Pictures;
}

async function bring(
  link: Poster,
  place: Place,
  { channel, ids, message, pictures }: There,
): Promise<string> {
  const posts = drawn(link, message);
  const at = channel === homeOf(place) ? { channel } : { channel, answers: place.thread };
  const kept: string[] = [];
  for (const [index, body] of posts.entries()) {
    const id = ids.get(index);
    const show = async () =>
      id === undefined
        ? (await post(link, at, withNonce(body, message.id, index), pictures)).id
        : change(link, { channel, id }, body, pictures);
    kept.push(await (index === 0 ? show() : patiently(link, show)));
  }
  for (const [index, id] of ids)
    if (index >= posts.length) await patiently(link, () => remove(link, channel, id));
  return formatPosted({ channel, ids: kept }, place);
}

/** Once a part of a message is there the others follow, however long Discord asks to wait: begun anew they would never end. */
const patiently = <T>({ clock, discord }: Link, work: () => Promise<T>): Promise<T> =>
  askInTime(work, clock, discord);

async function change(
  link: Poster,
  { channel, id }: { readonly channel: string; readonly id: string },
  body: Post,
  pictures: Pictures,
): Promise<string> {
  const { client, discord, attachments } = link;
  const route = discord.Routes.channelMessage(channel, id);
  const there = () => attachments.of(link, channel, id);
  const message = await withKeptFiles(link, body, pictures, there, (shown, files) =>
    awake(link, channel, () => client.rest.patch(route, { body: shown, ...files }) as Promise<APIMessage>),
  );
  attachments.note(message);
  return id;
}

/** `answers` names the message a post replies to, where no thread could be opened from it. */
interface Target {
  readonly channel: string;
  readonly answers?: string | undefined;
}

type Body = Post & { readonly nonce: string; readonly enforce_nonce: true };

const withNonce = (body: Post, messageId: string, index: number): Body => ({
  ...body,
  nonce: nonceOf(messageId, index),
  enforce_nonce: true,
});

async function postFirst(
  link: Poster,
  place: Place,
  body: Body,
  pictures: Pictures,
): Promise<{ at: Target; posted: APIMessage }> {
  const home: Target = { channel: homeOf(place) };
  const { thread } = place;
  const opened = isUnopened(link, thread) ? await openThread(link, place.channel, thread) : undefined;
  try {
    return { at: home, posted: await post(link, home, body, pictures) };
  } catch (error) {
    const { UnknownChannel } = link.discord.RESTJSONErrorCodes;
    if (thread === undefined || opened || !hasCode(error, UnknownChannel, link.discord)) throw error;
    const isOpen = opened === undefined && (await openThread(link, place.channel, thread));
    const at = isOpen ? home : { channel: place.channel, answers: thread };
    return { at, posted: await post(link, at, body, pictures) };
  }
}

/** Most likely: the message is new, and Discord has told of no thread. That saves the post that would be refused. */
function isUnopened({ client, clock }: Link, thread: string | undefined): thread is string {
  if (thread === undefined || client.channels.cache.has(thread)) return false;
  return isAfter(thread, snowflakeAt(clock.now().getTime() - AWAKE_MS));
}

async function post(link: Poster, at: Target, body: Body, pictures: Pictures): Promise<APIMessage> {
  const { Routes, RESTJSONErrorCodes } = link.discord;
  const route = Routes.channelMessages(at.channel);
  const reference = { message_reference: { message_id: at.answers, fail_if_not_exists: false } };
  const posted = await withFiles(link, body, pictures, async (shown, files) => {
    const send = (more: object) =>
      link.client.rest.post(route, { body: { ...shown, ...more }, ...files }) as Promise<APIMessage>;
    if (at.answers === undefined) return send({});
    return send(reference).catch((error: unknown) => {
      const { CannotReplyWithoutPermissionToReadMessageHistory: blind } = RESTJSONErrorCodes;
      if (!hasCode(error, blind, link.discord)) throw error;
      return send({});
    });
  });
  link.attachments.note(posted);
  return posted;
}

async function remove(link: Link, channel: string, id: string): Promise<void> {
  try {
    await awake(link, channel, () =>
      link.client.rest.delete(link.discord.Routes.channelMessage(channel, id)),
    );
  } catch (error) {
    if (!hasCode(error, link.discord.RESTJSONErrorCodes.UnknownMessage, link.discord)) throw error;
  }
}
