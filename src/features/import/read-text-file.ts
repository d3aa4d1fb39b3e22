import type { StoredFile } from "../../domain/message.ts";
import type { Blobs } from "../../ports/blobs.ts";

/** A thousand full rows are a third of it. */
export const MAX_FILE_BYTES = 1_048_576;
const READABLE = /\.(?:csv|tsv|tab|json|md|txt)$/i;

export type FileText =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "too_large" }
  /** Kept elsewhere, or gone. */
  | { readonly type: "away" };

/** Files whose content may be rows. */
export const isReadable = (file: StoredFile): boolean => READABLE.test(file.name);

/** The text of a file. UTF-8, UTF-16 by its mark, or else Windows’ Western letters, as old spreadsheets save. */
export async function readTextFile(
  blobs: Blobs,
  file: StoredFile,
  maxBytes = MAX_FILE_BYTES,
): Promise<FileText> {
  if (file.size > maxBytes) return { type: "too_large" };
  const content = await blobs.open(file.id);
  if (content === undefined) return { type: "away" };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // What a platform says of a file's size is not proven.
    if (size > maxBytes) return { type: "too_large" };
    chunks.push(chunk);
  }
  return { type: "text", text: decode(Buffer.concat(chunks)) };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
