import { Readable } from "node:stream";
import { json } from "node:stream/consumers";
import { z } from "zod";
import { StoredFile } from "../../../domain/message.ts";
import type { Blobs } from "../../../ports/blobs.ts";

/** What is known of an uploaded file, kept beside it: the content under the file's id, this under `<id>.json`. */
export const FileRecord = StoredFile.extend({
  workspace_id: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type FileRecord = z.infer<typeof FileRecord>;

export async function writeRecord(blobs: Blobs, record: FileRecord): Promise<void> {
  await blobs.put(recordKey(record.id), Readable.from([Buffer.from(JSON.stringify(record))]));
}

export async function readRecord(blobs: Blobs, id: string): Promise<FileRecord | undefined> {
  const stored = await blobs.open(recordKey(id));
  return stored === undefined ? undefined : FileRecord.parse(await json(stored));
}

export async function removeFile(blobs: Blobs, id: string): Promise<void> {
  await blobs.remove(recordKey(id));
  await blobs.remove(id);
}

export const fileUrl = (id: string): string => `/api/v1/files/${id}`;

const recordKey = (id: string): string => `${id}.json`;
