import { z } from "zod";
import { contentHash } from "../lib/content-hash.ts";
import { ID_PREFIXES } from "./ids.ts";
import { StoredFile } from "./message.ts";

/**
 * What is known of a file, kept beside it: the content under the file's id, this under `recordKey`. Whoever asks for the
 * file must belong to its workspace.
 */
export const FileRecord = StoredFile.extend({
  workspace_id: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type FileRecord = z.infer<typeof FileRecord>;

export const recordKey = (id: string): string => `${id}.json`;

/** Where the file is fetched from over HTTP. */
export const fileUrl = (id: string): string => `/api/v1/files/${id}`;

/** The id of the file that such an address is of; undefined for any other address. */
export const fileIdIn = (url: string): string | undefined =>
  /^\/api\/v1\/files\/(fil_[\w-]{1,100})$/.exec(url)?.[1];

/**
 * A text as a file of a workspace, under an id made of its content: the same text is the same file. `within`: what the
 * content is the same in, its workspace unless told.
 */
export function textFile(
  text: string,
  about: Pick<FileRecord, "name" | "media_type" | "workspace_id" | "by" | "at">,
  within: string = about.workspace_id,
): { readonly file: StoredFile; readonly record: FileRecord; readonly bytes: Uint8Array } {
  const { name, media_type, workspace_id, by, at } = about;
  const bytes = new TextEncoder().encode(text);
  const id = `${ID_PREFIXES.file}_${contentHash(within, bytes)}`;
  const file = { id, name, media_type, size: bytes.byteLength, url: fileUrl(id) };
  return { file, record: { ...file, workspace_id, by, at }, bytes };
}

/** A film's title as part of a file's name. */
export const titleInFileName = (title: string): string =>
  title.replace(/[^\p{L}\p{N} .,'’-]/gu, "").trim() || "Film";
