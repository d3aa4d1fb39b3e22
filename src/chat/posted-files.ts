import { fileUrl } from "../domain/file-record.ts";
import { ID_PREFIXES } from "../domain/ids.ts";
import type { StoredFile } from "../domain/message.ts";
import { contentHash } from "../lib/content-hash.ts";
import type { FileSource } from "./inbound-event.ts";

/** A file as a platform tells of it. */
export interface PostedFile {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly url?: string | undefined;
  readonly seconds?: number | undefined;
}

/** What a message says of its files. Their ids follow from the platform's, so that a file is fetched once. */
export function postedFiles(
  platform: string,
  posted: readonly PostedFile[],
): { files?: StoredFile[]; sources?: FileSource[] } {
  if (posted.length === 0) return {};
  const ids = posted.map(
    ({ id }) => `${ID_PREFIXES.file}_${contentHash(platform, new TextEncoder().encode(id))}`,
  );
  return {
    files: posted.map(({ name, media_type, size, seconds }, index) => ({
      id: ids[index] ?? "",
      name,
      media_type,
      size,
      url: fileUrl(ids[index] ?? ""),
      ...(seconds === undefined ? {} : { seconds }),
    })),
    sources: posted.map(({ id, url }, index) => ({
      file_id: ids[index] ?? "",
      platform_id: id,
      ...(url === undefined ? {} : { url }),
    })),
  };
}
