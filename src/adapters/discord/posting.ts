import type { APIMessage, RawFile } from "discord.js";
import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Place } from "../../domain/session.ts";
import { askInTime } from "./ask.ts";
import { awake } from "./awake.ts";
import { hasCode } from "./failure.ts";
import type { Link } from "./link.ts";
import { nonceOf, type Post, renderPosts, withoutPictures } from "./outbound.ts";
import { filesOf, type PictureBytes } from "./pictures.ts";
import { formatPosted, homeOf, parsePosted } from "./post-id.ts";
import { openThread } from "./thread.ts";

/**
 * Posts a message where it belongs and answers the id of its posts. The same message sent again finds its first posts.
 * `instead`: its former posts, of which some are gone; the others go, too.
 */
export async function postMessage(
  link: Link,
  place: Place,
  message: ChatMessage,
  pictures: PictureBytes,
  instead?: string,
): Promise<string> {
  // Discord would answer the nonce of a post that was deleted with that post.
  const key = instead === undefined ? message.id : `${message.id}>${instead}`;
  const [first, ...rest] = renderPosts(message, link.unfurls).map((post, index) =>
    withNonce(post, key, index),
  );
  if (!first) return "";
  if (instead !== undefined) {
    const { channel, ids } = parsePosted(instead, place);
    for (const id of ids) await remove(link, channel, id);
  }
  const { at, posted } = await postFirst(link, place, first, pictures);
  const ids = [posted.id];
  for (const body of rest) ids.push((await patiently(link, () => post(link, at, body, pictures))).id);
  return formatPosted({ channel: at.channel, ids }, place);
}

/** Brings the posts of a message to its newest state: changed, added to, or taken away. */
export async function editMessage(
  link: Link,
  place: Place,
  platformId: string,
  message: ChatMessage,
  pictures: PictureBytes,
): Promise<string> {
  const { channel, ids } = parsePosted(platformId, place);
  const posts = renderPosts(message, link.unfurls);
  const at = channel === homeOf(place) ? { channel } : { channel, answers: place.thread };
  const kept: string[] = [];
  for (const [index, body] of posts.entries()) {
    const id = ids[index];
    const show = async () =>
      id === undefined
        ? (await post(link, at, withNonce(body, message.id, index), pictures)).id
        : change(link, { channel, id }, body, pictures);
    kept.push(await (index === 0 ? show() : patiently(link, show)));
  }
  for (const id of ids.slice(posts.length)) await patiently(link, () => remove(link, channel, id));
  return formatPosted({ channel, ids: kept }, place);
}

/** Once a part of a message is there the others follow, however long Discord asks to wait: begun anew they would never end. */
const patiently = <T>({ clock, discord }: Link, work: () => Promise<T>): Promise<T> =>
  askInTime(work, clock, discord);

async function change(
  link: Link,
  { channel, id }: { readonly channel: string; readonly id: string },
  body: Post,
  pictures: PictureBytes,
): Promise<string> {
  const route = link.discord.Routes.channelMessage(channel, id);
  await withFiles(link, body, pictures, (shown, files) =>
    // The list names all files the post has from now on: those of its former state go.
    awake(link, channel, () =>
      link.client.rest.patch(route, { body: { attachments: [], ...shown }, ...files }),
    ),
  );
  return id;
}

/** Takes all posts of a message away. */
export async function removeMessage(link: Link, place: Place, platformId: string): Promise<void> {
  const { channel, ids } = parsePosted(platformId, place);
  for (const id of ids) await patiently(link, () => remove(link, channel, id));
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
  link: Link,
  place: Place,
  body: Body,
  pictures: PictureBytes,
): Promise<{ at: Target; posted: APIMessage }> {
  const home: Target = { channel: homeOf(place) };
  try {
    return { at: home, posted: await post(link, home, body, pictures) };
  } catch (error) {
    const { UnknownChannel } = link.discord.RESTJSONErrorCodes;
    if (place.thread === undefined || !hasCode(error, UnknownChannel, link.discord)) throw error;
    const at = (await openThread(link, place.channel, place.thread))
      ? home
      : { channel: place.channel, answers: place.thread };
    return { at, posted: await post(link, at, body, pictures) };
  }
}

async function post(link: Link, at: Target, body: Body, pictures: PictureBytes): Promise<APIMessage> {
  const reference = at.answers
    ? { message_reference: { message_id: at.answers, fail_if_not_exists: false } }
    : {};
  const route = link.discord.Routes.channelMessages(at.channel);
  return withFiles(
    link,
    body,
    pictures,
    (shown, files) =>
      link.client.rest.post(route, {
        body: { ...shown, ...reference },
        ...files,
      }) as Promise<APIMessage>,
  );
}

/** Sends a post with its pictures; in words where one is missing, or Backlot may not attach files there. */
async function withFiles<T>(
  { discord }: Link,
  body: Post,
  pictures: PictureBytes,
  send: (body: Post, files: { files?: RawFile[] }) => Promise<T>,
): Promise<T> {
  const files = filesOf(body, pictures);
  if (!files) return send(withoutPictures(body), {});
  if (files.length === 0) return send(body, {});
  try {
    return await send(body, { files });
  } catch (error) {
    const { MissingPermissions, RequestEntityTooLarge } = discord.RESTJSONErrorCodes;
    const refused = [MissingPermissions, RequestEntityTooLarge].some((code) => hasCode(error, code, discord));
    if (!refused) throw error;
    return send(withoutPictures(body), {});
  }
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
