import { json } from "node:stream/consumers";
import { FileRecord, recordKey } from "../../../domain/file-record.ts";
import type { Blobs } from "../../../ports/blobs.ts";

export async function writeRecord(blobs: Blobs, record: FileRecord): Promise<void> {
  await blobs.put(recordKey(record.id), Buffer.from(JSON.stringify(record)));
}

export async function readRecord(blobs: Blobs, id: string): Promise<FileRecord | undefined> {
  const stored = await blobs.open(recordKey(id));
  return stored === undefined ? undefined : FileRecord.parse(await json(stored));
}

export async function removeFile(blobs: Blobs, id: string): Promise<void> {
  await blobs.remove(recordKey(id));
  await blobs.remove(id);
}
