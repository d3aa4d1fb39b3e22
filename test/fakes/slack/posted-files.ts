import type { IncomingMessage, ServerResponse } from "node:http";
import { type Method, no, ok } from "./answers.ts";
import { fileObject } from "./file-object.ts";
import type { SlackPerson, Workspace } from "./workspace.ts";

const PATH = /^\/files-pri\/(\w+)\//;

/** What of the fake a posted file needs. */
interface Room {
  readonly workspace: Workspace;
  readonly apiUrl: string;
  tell(event: Record<string, unknown>): Promise<void>;
}

/** A message with a file; what is claimed of its type and size need not be true. */
export async function post(
  fake: Room,
  channelId: string,
  who: SlackPerson,
  {
    text,
    name,
    bytes,
    thread,
    ...claims
  }: {
    text: string;
    name: string;
    bytes: Uint8Array;
    thread?: string | undefined;
    [claim: string]: unknown;
  },
): Promise<string> {
  const { workspace } = fake;
  const id = workspace.nextId("F0POST");
  workspace.files.set(id, { name, length: bytes.length, bytes: Buffer.from(bytes), readyAt: 0 });
  const url_private = `${new URL(fake.apiUrl).origin}/files-pri/${id}/${encodeURIComponent(name)}`;
  const own = { id, name, title: name, size: bytes.length, user: who.id, url_private };
  const file = { ...fileObject(own), ...claims };
  const channel = workspace.channels.get(channelId);
  const said = {
    ts: workspace.nextTs(),
    user: who.id,
    text,
    subtype: "file_share",
    files: [file],
    ...(thread === undefined ? {} : { thread_ts: thread }),
  };
  channel?.posts.push(said);
  const channel_type = channel?.direct ? "im" : "channel";
  await fake.tell({ type: "message", channel: channelId, channel_type, event_ts: said.ts, ...said });
  return said.ts;
}

export const fileInfo: Method = ({ workspace, uploadUrl }, { file = "" }) => {
  if (!workspace.scopes.has("files:read")) return no("missing_scope", { needed: "files:read", provided: "" });
  const found = workspace.files.get(file);
  const at = new URL(uploadUrl).origin;
  return found
    ? ok({
        file: fileObject({
          id: file,
          name: found.name,
          title: found.name,
          size: found.length,
          user: workspace.bot.id,
          url_private: `${at}/files-pri/${file}/file`,
        }),
      })
    : no("file_not_found");
};

/** Serves a posted file to who brings the bot's token; the others, and without the scope, are sent to the login page. */
export function serveFile(workspace: Workspace, request: IncomingMessage, response: ServerResponse): boolean {
  const [, id = ""] = PATH.exec(request.url ?? "") ?? [];
  if (id === "") return false;
  const mayRead =
    workspace.scopes.has("files:read") && request.headers.authorization === `Bearer ${workspace.botToken}`;
  const bytes = workspace.files.get(id)?.bytes;
  if (!mayRead) response.writeHead(302, { location: "/login" }).end();
  else if (!bytes) response.writeHead(404).end();
  else response.writeHead(200, { "content-type": "application/octet-stream" }).end(bytes);
  return true;
}
