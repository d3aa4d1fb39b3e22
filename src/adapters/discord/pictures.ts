import { buffer } from "node:stream/consumers";
import type { RawFile, RESTPostAPIChannelMessageJSONBody } from "discord.js";
import type { ChatMessage } from "../../chat/chat-message.ts";
import type { FileBlock, ImageBlock } from "../../chat/reply.ts";
import { fileIdIn } from "../../domain/file-record.ts";
import { cleanCharacters } from "../../lib/clean-characters.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Logger } from "../../ports/logger.ts";

/** What Discord takes of one file where nobody pays for more: https://docs.discord.com/developers/reference#uploading-files */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_NAME = 60;

/** What can be attached to a post: a picture or a file that Backlot made. */
export type Attachable = ImageBlock | FileBlock;

/** The bytes of some of a message's pictures and files, by the name they are attached under. One that cannot be read is missing. */
export type PictureBytes = ReadonlyMap<string, Pick<RawFile, "data" | "contentType">>;

export async function loadPictures(
  blobs: Blobs,
  logger: Logger,
  { blocks }: ChatMessage,
  names: readonly string[],
): Promise<PictureBytes> {
  const loaded = new Map<string, Pick<RawFile, "data" | "contentType">>();
  for (const block of blocks) {
    if ((block.type !== "image" && block.type !== "file") || !isAttached(block)) continue;
    if (!names.includes(attachmentName(block))) continue;
    const id = blobOf(block);
    if (id === undefined) continue;
    try {
      const content = await blobs.open(id);
      if (content)
        loaded.set(attachmentName(block), { data: await buffer(content), contentType: block.media_type });
    } catch (error) {
      logger.warn({ err: error, file_id: id }, "a picture or file could not be read");
    }
  }
  return loaded;
}

/** Whether a block comes with bytes of Backlot's own that Discord takes. */
export const isAttached = (of: Attachable): boolean =>
  of.type === "image" || (blobOf(of) !== undefined && of.size <= MAX_FILE_BYTES);

/**
 * Another name for other content, so that one post can show several and none is taken for another. Only letters that
 * Discord keeps as they are, since the post names the attachment by it.
 */
export function attachmentName(of: Attachable): string {
  const id = (blobOf(of) ?? "").replace(/\W/g, "").slice(-12);
  const [, name = of.name, ending = ""] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(of.name) ?? [];
  const plain = cleanCharacters(name)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${plain.slice(0, MAX_NAME) || of.type}-${id}${of.type === "image" ? ".png" : ending}`;
}

const blobOf = (of: Attachable): string | undefined => (of.type === "image" ? of.file_id : fileIdIn(of.url));

/** The files that go with a post; undefined when one of them is missing. */
export function filesOf(
  { attachments = [] }: Pick<RESTPostAPIChannelMessageJSONBody, "attachments">,
  pictures: PictureBytes,
): RawFile[] | undefined {
  const files = attachments.flatMap(({ filename = "" }): RawFile[] => {
    const bytes = pictures.get(filename);
    return bytes ? [{ name: filename, ...bytes }] : [];
  });
  return files.length === attachments.length ? files : undefined;
}
