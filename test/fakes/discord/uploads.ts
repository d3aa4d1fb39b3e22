import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Attachment } from "./attachment.ts";
import type { World } from "./world.ts";

/** A file as it came in a request, by the number of its part: `files[2]` is "2". */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}
export type Uploads = ReadonlyMap<string, Upload>;

export interface Attached {
  readonly now: Attachment[];
  readonly wrong: readonly string[];
}

type Body = Record<string, unknown>;

/** The JSON of a request and its files: Discord takes them together as multipart/form-data with the JSON as `payload_json`. */
export async function readRequest(request: IncomingMessage): Promise<{ body: Body; uploads: Uploads }> {
  const raw = await buffer(request);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data"))
    return { body: raw.length === 0 ? {} : JSON.parse(raw.toString()), uploads: new Map() };
  const form = await new Response(raw, { headers: { "content-type": type } }).formData();
  const uploads = new Map<string, Upload>();
  for (const [key, value] of form) {
    const number = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (number === undefined || typeof value === "string") continue;
    uploads.set(number, {
      name: value.name,
      type: value.type,
      bytes: Buffer.from(await value.arrayBuffer()),
    });
  }
  return { body: JSON.parse(String(form.get("payload_json") ?? "{}")), uploads };
}

/**
 * The attachments a message has after a request: those of `attachments` that it had already or that came as a file.
 * Without the list all that were there stay. `wrong`: why the request cannot be.
 */
export function attachmentsAfter(
  had: readonly Attachment[],
  body: Body,
  uploads: Uploads,
  newId: () => string,
): Attached {
  const listed = body.attachments as
    | { id: string | number; filename?: string; description?: string }[]
    | undefined;
  const wanted = listed ?? [...had, ...[...uploads].map(([id, { name }]) => ({ id, filename: name }))];
  const now: Attachment[] = [];
  for (const one of wanted) {
    const upload = uploads.get(String(one.id));
    const kept = had.find(({ id }) => id === String(one.id));
    if (upload) {
      const id = newId();
      const { description } = one as { description?: string };
      if ((description ?? "").length > 1_024)
        return { now, wrong: ["attachments: description of at most 1024 characters"] };
      now.push({
        id,
        filename: upload.name,
        ...(description === undefined ? {} : { description }),
        content_type: upload.type,
        size: upload.bytes.length,
        url: `https://cdn.discord.test/${id}/${upload.name}`,
      });
    } else if (kept) now.push(kept);
    else return { now, wrong: [`attachments: no file is ${one.id}`] };
  }
  return { now, wrong: now.length > 10 ? ["attachments: at most 10"] : [] };
}

/** Keeps the content of what was attached, to be looked at. */
export function keepUploads(world: World, message: string, { now }: Attached, uploads: Uploads): void {
  world.attached.set(message, now);
  world.uploads += uploads.size;
  for (const { id, filename } of now) {
    const upload = [...uploads.values()].find(({ name }) => name === filename);
    if (upload && !world.files.has(id)) world.files.set(id, upload.bytes);
  }
}
