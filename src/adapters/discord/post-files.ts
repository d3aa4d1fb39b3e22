import type { APIMessage, APIMessageTopLevelComponent, RawFile } from "discord.js";
import { hasCode } from "./failure.ts";
import type { Link } from "./link.ts";
import { type Post, withoutPictures } from "./outbound.ts";
import { filesOf, type PictureBytes } from "./pictures.ts";

/** The bytes of those of a message's pictures and files that are named. */
export type Pictures = (names: readonly string[]) => Promise<PictureBytes>;

/** What is attached to a post: its id by the file's name. */
type AttachedFiles = ReadonlyMap<string, string>;

type Send = (body: Post, files: { files?: RawFile[] }) => Promise<APIMessage>;

const REMEMBERED = 500;
const MEDIA_GALLERY = 12;
const FILE = 13;

/** What is attached to posts that were made or changed a while ago. After a restart Discord is asked. */
export class Attachments {
  readonly #byPost = new Map<string, AttachedFiles>();

  note(message: APIMessage): void {
    const attached = attachedTo(message);
    this.#byPost.delete(message.id);
    if (attached.size > 0) this.#byPost.set(message.id, attached);
    const [oldest] = this.#byPost.keys();
    if (this.#byPost.size > REMEMBERED && oldest !== undefined) this.#byPost.delete(oldest);
  }

  async of({ client, discord }: Link, channel: string, post: string): Promise<AttachedFiles> {
    const known = this.#byPost.get(post);
    if (known) return known;
    const message = await client.rest.get(discord.Routes.channelMessage(channel, post));
    return attachedTo(message as APIMessage);
  }
}

/** Sends a post with its pictures; in words where one is missing, or Backlot may not attach files there. */
export async function withFiles(
  { discord }: Link,
  body: Post,
  pictures: Pictures,
  send: Send,
): Promise<APIMessage> {
  const names = (body.attachments ?? []).map(({ filename = "" }) => filename);
  const files = filesOf(body, names.length === 0 ? new Map() : await pictures(names));
  if (!files) return send(inWords(body), {});
  if (files.length === 0) return send(body, {});
  try {
    return await send(body, { files });
  } catch (error) {
    const { MissingPermissions, RequestEntityTooLarge } = discord.RESTJSONErrorCodes;
    const refused = [MissingPermissions, RequestEntityTooLarge].some((code) => hasCode(error, code, discord));
    if (!refused) throw error;
    return send(inWords(body), {});
  }
}

/** What marks a post stays on it. */
function inWords(body: Post): Post {
  const mark = body.components?.[0]?.id;
  const { components = [], ...post } = withoutPictures(body);
  const [first, ...rest] = components;
  return first && mark !== undefined
    ? { ...post, components: [{ ...first, id: mark }, ...rest] }
    : { ...post, components };
}

/**
 * Changes a post, of whose files those that are there stay where they are and only the others are sent
 * (https://docs.discord.com/developers/resources/message#edit-message). `attachments` names all the post has from now on.
 */
export async function withKeptFiles(
  link: Link,
  body: Post,
  pictures: Pictures,
  there: () => Promise<AttachedFiles>,
  send: Send,
): Promise<APIMessage> {
  const wanted = body.attachments ?? [];
  const whole = () =>
    withFiles(link, body, pictures, (shown, files) => send({ attachments: [], ...shown }, files));
  if (wanted.length === 0) return whole();
  const attached = await there();
  const kept = wanted.flatMap(({ filename = "" }) => attached.get(filename) ?? []);
  if (kept.length === 0) return whole();
  const fresh = wanted.filter(({ filename = "" }) => !attached.has(filename));
  const names = fresh.map(({ filename = "" }) => filename);
  const files = filesOf({ attachments: fresh }, names.length === 0 ? new Map() : await pictures(names));
  if (!files) return whole();
  const attachments = [...kept.map((id) => ({ id })), ...fresh.map((one, index) => ({ ...one, id: index }))];
  try {
    return await send({ ...body, attachments }, files.length === 0 ? {} : { files });
  } catch (error) {
    const { DiscordAPIError } = link.discord;
    // Something that was thought to be there is not.
    if (!(error instanceof DiscordAPIError) || error.status !== 400) throw error;
    return whole();
  }
}

/** What components show is told with them, and not in the list of attachments. */
function attachedTo({ attachments, components = [] }: APIMessage): AttachedFiles {
  return new Map([
    ...attachments.map(({ filename, id }) => [filename, id] as const),
    ...components.flatMap(mediaIn).flatMap(({ url, attachment_id }) => {
      const name = URL.parse(url)?.pathname.split("/").at(-1);
      return name && attachment_id ? [[decodeURIComponent(name), attachment_id] as const] : [];
    }),
  ]);
}

function mediaIn(component: APIMessageTopLevelComponent) {
  if (component.type === MEDIA_GALLERY) return component.items.map(({ media }) => media);
  return component.type === FILE ? [component.file] : [];
}
