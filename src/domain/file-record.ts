import { z } from "zod";
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
