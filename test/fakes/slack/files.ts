import type { IncomingMessage, ServerResponse } from "node:http";
import { type Method, no, ok } from "./answers.ts";
import { fileObject } from "./file-object.ts";
import type { SlackPost, Workspace } from "./workspace.ts";

/** The three steps of an upload: ask where to, send the bytes there, say that they are there. */
export const FILE_METHODS: Readonly<Record<string, Method>> = {
  "files.getUploadURLExternal": ({ workspace, uploadUrl }, { filename = "", length = "" }) => {
    const scope = needed(workspace);
    if (scope) return scope;
    if (filename === "" || !(Number(length) > 0)) return no("invalid_arguments");
    const file_id = workspace.nextId("F0FAKE");
    workspace.files.set(file_id, { name: filename, length: Number(length) });
    return ok({ file_id, upload_url: `${uploadUrl}${file_id}` });
  },
  "files.completeUploadExternal": ({ workspace, tell }, { files = "[]", channel_id, thread_ts }) => {
    const scope = needed(workspace);
    if (scope) return scope;
    const named = JSON.parse(files) as { id: string; title?: string }[];
    if (named.length === 0 || named.some(({ id }) => !workspace.files.get(id)?.bytes))
      return no("file_not_found");
    for (const { id } of named) {
      const file = workspace.files.get(id);
      if (file) file.readyAt = performance.now() + workspace.fileLookMs;
    }
    const channel = channel_id === undefined ? undefined : workspace.channels.get(channel_id);
    if (channel_id !== undefined && !channel) return no("channel_not_found");
    if (channel?.name.includes("no-files")) return no("posting_to_channel_denied");
    if (channel) {
      const post: SlackPost = {
        ts: workspace.nextTs(),
        user: workspace.bot.id,
        bot_id: "B0BACKLOT",
        text: "",
        files: named.map(({ id, title = "" }) => {
          const { name = "", length = 0 } = workspace.files.get(id) ?? {};
          return fileObject({ id, title, name, size: length, user: workspace.bot.id });
        }),
        ...(thread_ts === undefined ? {} : { thread_ts }),
      };
      channel.posts.push(post);
      const channel_type = channel.direct ? "im" : "channel";
      tell({
        type: "message",
        subtype: "file_share",
        channel: channel.id,
        channel_type,
        event_ts: post.ts,
        ...post,
      });
    }
    // What Slack knows only after it looked at the file is empty in this answer.
    return ok({ files: named.map(({ id, title }) => ({ id, title, mimetype: "", filetype: "" })) });
  },
};

/** Takes the bytes of an announced file, and nothing else. */
export async function takeUpload(
  workspace: Workspace,
  fileId: string,
  raw: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const type = request.headers["content-type"] ?? "";
  const file = workspace.files.get(fileId);
  const bytes = type.startsWith("multipart/form-data") ? await firstFile(raw, type) : raw;
  const fits = file !== undefined && bytes?.length === file.length;
  if (fits) file.bytes = bytes;
  response.writeHead(fits ? 200 : 400).end(fits ? `OK - ${bytes.length}` : "bad upload");
}

async function firstFile(raw: Buffer, type: string): Promise<Buffer | undefined> {
  const form = await new Response(raw, { headers: { "content-type": type } }).formData();
  for (const [, value] of form) if (typeof value !== "string") return Buffer.from(await value.arrayBuffer());
  return undefined;
}

const needed = ({ scopes }: Workspace) =>
  scopes.has("files:write")
    ? undefined
    : no("missing_scope", { needed: "files:write", provided: "chat:write,commands" });
