import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { recordKey, textFile } from "../../domain/file-record.ts";
import type { Blobs } from "../../ports/blobs.ts";

/** Under an id made of its name and what is in it, so that the same export is kept once a workspace. */
export async function keepFile(
  blobs: Blobs,
  { session, event }: Turn,
  name: string,
  mediaType: string,
  text: string,
): Promise<DraftBlock> {
  const { workspace_id } = session;
  const about = { name, media_type: mediaType, workspace_id, by: "backlot", at: event.at };
  const { file, record, bytes } = textFile(text, about, `${workspace_id} ${name}`);
  const { id, ...shown } = file;
  await blobs.put(id, bytes);
  await blobs.put(recordKey(id), new TextEncoder().encode(JSON.stringify(record)));
  return { type: "file", ...shown };
}
