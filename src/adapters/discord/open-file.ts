import { Readable } from "node:stream";
import type { APIMessage } from "discord.js";
import { AppError, UserError } from "../../domain/errors.ts";
import type { PostedFileRef } from "../../ports/platform.ts";
import type { Link } from "./link.ts";

/** Where Discord keeps what people attach (https://docs.discord.com/developers/reference#image-formatting). */
const HOSTS = new Set(["cdn.discordapp.com", "media.discordapp.net"]);

/**
 * Opens an attachment. Its address carries a signature that expires; then the message tells a new one. No token goes
 * with the request, and no redirection is followed: nobody can make Backlot call another address.
 */
export async function openFile(
  link: Link,
  apiUrl: string | undefined,
  file: PostedFileRef,
  signal: AbortSignal,
): Promise<Readable> {
  const first = await request(file, apiUrl, file.source.url, signal);
  const expired = first.status === 403 || first.status === 404;
  const response = expired ? await request(file, apiUrl, await addressAgain(link, file), signal) : first;
  if (response.ok && response.body) return Readable.fromWeb(response.body);
  await response.body?.cancel();
  if (response.status >= 500 || response.status === 429)
    throw new AppError("unavailable", `Discord answers ${response.status} for a file`, { retryable: true });
  throw gone(file);
}

async function request(
  file: PostedFileRef,
  apiUrl: string | undefined,
  address: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  if (address === undefined || !isDiscords(address, apiUrl)) throw gone(file);
  return fetch(address, { signal, redirect: "error" });
}

/** A server that stands in for Discord keeps the files, too. */
function isDiscords(address: string, apiUrl: string | undefined): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "") return false;
  if (apiUrl !== undefined) return url.origin === new URL(apiUrl).origin;
  return url.protocol === "https:" && url.port === "" && HOSTS.has(url.hostname);
}

async function addressAgain(
  { client, discord }: Link,
  { place, message_id, source }: PostedFileRef,
): Promise<string | undefined> {
  const { Routes, DiscordAPIError } = discord;
  // A message that opened its thread stands in the channel above it.
  const channels = [place.thread, place.channel].filter((id) => id !== undefined);
  for (const channel of channels) {
    try {
      const message = (await client.rest.get(Routes.channelMessage(channel, message_id))) as APIMessage;
      const forwarded = message.message_snapshots?.flatMap((snapshot) => snapshot.message.attachments) ?? [];
      const found = [...message.attachments, ...forwarded].find(({ id }) => id === source.platform_id);
      if (found) return found.url;
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.status >= 500) throw error;
    }
  }
  return undefined;
}

const gone = ({ name }: PostedFileRef): UserError =>
  new UserError("not_found", `I cannot get ${name} from Discord any more.`, "Post it once more.");
