import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { type FileRecord, fileUrl, recordKey } from "../../domain/file-record.ts";
import { ID_PREFIXES } from "../../domain/ids.ts";
import { contentHash } from "../../lib/content-hash.ts";
import type { Blobs } from "../../ports/blobs.ts";

/** Under an id made of its name and what is in it, so that the same export is kept once a workspace. */
export async function keepFile(
  blobs: Blobs,
  { session, event }: Turn,
  name: string,
  mediaType: string,
  text: string,
): Promise<DraftBlock> {
  const content = new TextEncoder().encode(text);
  const id = `${ID_PREFIXES.file}_${contentHash(`${session.workspace_id} ${name}`, content)}`;
  const file = { name, media_type: mediaType, size: content.byteLength, url: fileUrl(id) };
  const record: FileRecord = { id, ...file, workspace_id: session.workspace_id, by: "backlot", at: event.at };
  await blobs.put(id, content);
  await blobs.put(recordKey(id), new TextEncoder().encode(JSON.stringify(record)));
  return { type: "file", ...file };
}
