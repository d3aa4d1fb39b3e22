import { UserError } from "../../domain/errors.ts";
import { FileRecord, recordKey } from "../../domain/file-record.ts";
import { ACCEPTED, fileTypeOf, HEAD_BYTES, isNamedAsTaken } from "../../domain/file-type.ts";
import type { StoredFile } from "../../domain/message.ts";
import type { Blobs } from "../../ports/blobs.ts";

/** What was kept of a file before, by its id. */
export async function keptFile(blobs: Blobs, { id }: StoredFile): Promise<FileRecord | undefined> {
  const stored = await blobs.open(recordKey(id));
  if (stored === undefined) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of stored as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return FileRecord.safeParse(JSON.parse(new TextDecoder().decode(Buffer.concat(chunks)))).data;
}

/**
 * Keeps a file as it comes, with what is known of it; its record is written last, so a file with a record is whole. What
 * a platform says of type and size is not believed. Throws a UserError for a file that is not taken, of which nothing stays.
 */
export async function keepFile(
  blobs: Blobs,
  file: StoredFile,
  content: AsyncIterable<Uint8Array>,
  { maxBytes, ...known }: Pick<FileRecord, "workspace_id" | "by" | "at"> & { readonly maxBytes: number },
): Promise<StoredFile> {
  const seen: { head: Uint8Array; type: string | undefined } = { head: new Uint8Array(), type: undefined };
  const size = await blobs.put(file.id, checked(file, content, maxBytes, seen));
  const kept: StoredFile = { ...file, size, media_type: seen.type ?? file.media_type };
  await blobs.put(recordKey(file.id), Buffer.from(JSON.stringify({ ...kept, ...known })));
  return kept;
}

/** The same bytes. Breaks off as soon as they cannot be taken, before the end is told. */
async function* checked(
  file: StoredFile,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
  seen: { head: Uint8Array; type: string | undefined },
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(file, maxBytes);
    const waits = seen.head.length < HEAD_BYTES;
    if (waits) seen.head = Buffer.concat([seen.head, chunk]).subarray(0, HEAD_BYTES);
    if (waits && seen.head.length === HEAD_BYTES) seen.type = typeOf(file, seen.head);
    yield chunk;
  }
  if (size === 0) throw new UserError("invalid", `${file.name} is empty.`, "Post one with something in it.");
  seen.type ??= typeOf(file, seen.head);
}

export function tooLarge({ name }: StoredFile, maxBytes: number): UserError {
  const most = Math.floor(maxBytes / 1024 / 1024);
  return new UserError(
    "too_large",
    `${name} is larger than the ${most} MB I take.`,
    "Make it smaller or split it, and post it again.",
  );
}

/** Slack's voice notes are called .mp4, as films are. */
function typeOf({ name, seconds, media_type }: StoredFile, head: Uint8Array): string {
  const voice = seconds !== undefined && media_type.startsWith("audio/");
  const type = fileTypeOf(head, voice ? name.replace(/\.mp4$/i, ".m4a") : name);
  if (type !== undefined) return type;
  if (isNamedAsTaken(name))
    throw new UserError(
      "unsupported_type",
      `${name} does not hold what its name says.`,
      "Save it as what it is, under a name that fits, and post it again.",
    );
  throw new UserError("unsupported_type", `${name} is of a type I do not take.`, `Post ${ACCEPTED}.`);
}
