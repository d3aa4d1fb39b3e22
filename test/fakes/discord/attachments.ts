import type { ServerResponse } from "node:http";
import type { APIAttachment } from "discord.js";
import type { World } from "./world.ts";

/** https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const PATH = /^\/attachments\/(\d+)\/[^/]+$/;

/** A file as somebody attaches it; what they claim of its type and size need not be true. */
export function attach(
  fake: { readonly world: World; readonly apiUrl: string },
  name: string,
  bytes: Uint8Array,
  claims: Partial<APIAttachment> & { readonly waveform?: string } = {},
): Record<string, unknown> {
  const id = fake.world.nextId();
  fake.world.files.set(id, Buffer.from(bytes));
  fake.world.signatures.set(id, "first");
  const url = `${new URL(fake.apiUrl).origin}/attachments/${id}/${encodeURIComponent(name)}?ex=first`;
  return { id, filename: name, size: bytes.length, url, proxy_url: url, ...claims };
}

/** The addresses told so far are good no more; the message tells new ones. */
export function expireAttachments({ world }: { readonly world: World }): void {
  for (const { messages } of world.channels.values()) {
    for (const attachment of messages.flatMap((message) => message.attachments)) {
      world.signatures.set(attachment.id, "second");
      attachment.url = attachment.url.replace("ex=first", "ex=second");
    }
  }
}

/** Serves a file by its address alone. Answers false for any other address. */
export function serveAttachment(
  world: World,
  { path, query, authorization }: { path: string; query: string; authorization: string | undefined },
  response: ServerResponse,
): boolean {
  const [, id = ""] = PATH.exec(path) ?? [];
  if (id === "") return false;
  world.downloads.push({ id, authorization });
  const bytes = world.files.get(id);
  const signed = new URLSearchParams(query).get("ex") === world.signatures.get(id);
  if (!bytes) response.writeHead(404).end();
  else if (!signed) response.writeHead(404).end("This content is no longer available.");
  else response.writeHead(200, { "content-type": "application/octet-stream" }).end(bytes);
  return true;
}
