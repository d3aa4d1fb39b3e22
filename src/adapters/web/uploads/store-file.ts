import { Readable } from "node:stream";
import type { MultipartFile } from "@fastify/multipart";
import { UserError } from "../../../domain/errors.ts";
import { fileUrl } from "../../../domain/file-record.ts";
import { ACCEPTED, fileTypeOf, HEAD_BYTES } from "../../../domain/file-type.ts";
import type { StoredFile } from "../../../domain/message.ts";
import type { Blobs } from "../../../ports/blobs.ts";

const MAX_NAME_CHARS = 200;

/**
 * Streams one file of an upload into the blobs. Throws UserError for a type that is not accepted, an empty file and
 * one that is too large; nothing of it stays then, since the blobs keep no stream that broke.
 */
export async function storeFile(
  blobs: Blobs,
  id: string,
  part: MultipartFile,
  maxBytes: number,
): Promise<StoredFile> {
  const name = tidyName(part.filename);
  const chunks = part.file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const head = await readHead(chunks);
  const media_type = fileTypeOf(Buffer.concat(head).subarray(0, HEAD_BYTES), name);
  if (head.length === 0)
    throw new UserError("invalid", `${name} is empty.`, "Send a file with something in it.");
  if (media_type === undefined) {
    throw new UserError(
      "unsupported_type",
      `${name} is of a type Backlot does not take.`,
      `Send ${ACCEPTED}.`,
    );
  }
  const size = await blobs.put(id, Readable.from(whole(head, chunks, () => checkSize(part, name, maxBytes))));
  return { id, name, media_type, size, url: fileUrl(id) };
}

async function readHead(chunks: AsyncIterator<Buffer>): Promise<Buffer[]> {
  const head: Buffer[] = [];
  for (let bytes = 0; bytes < HEAD_BYTES; ) {
    const { value, done } = await chunks.next();
    if (done) break;
    head.push(value);
    bytes += value.length;
  }
  return head;
}

/** `check` runs before the end is told, so that a file that fails it never counts as written. */
async function* whole(
  head: readonly Buffer[],
  chunks: AsyncIterator<Buffer>,
  check: () => void,
): AsyncGenerator<Buffer> {
  yield* head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  check();
}

function checkSize({ file }: MultipartFile, name: string, maxBytes: number): void {
  if (!file.truncated) return;
  const most = Math.floor(maxBytes / 1024 / 1024);
  throw new UserError(
    "too_large",
    `${name} is larger than ${most} MB.`,
    "Make it smaller or split it, and send it again.",
  );
}

/** Names come from other people's machines: no folders, no control characters, no endless ones. */
function tidyName(name: string | undefined): string {
  const last = (name ?? "").split(/[\\/]/).at(-1) ?? "";
  const tidy = last.toWellFormed().replace(/\p{C}/gu, "").trim().slice(-MAX_NAME_CHARS);
  return tidy === "" ? "file" : tidy;
}
