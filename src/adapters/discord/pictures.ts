import { buffer } from "node:stream/consumers";
import type { RawFile, RESTPostAPIChannelMessageJSONBody } from "discord.js";
import type { ChatMessage } from "../../chat/chat-message.ts";
import type { ImageBlock } from "../../chat/reply.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Logger } from "../../ports/logger.ts";

/** The bytes of a message's pictures, by the name they are attached under. One that cannot be read is missing. */
export type PictureBytes = ReadonlyMap<string, Buffer>;

export async function loadPictures(
  blobs: Blobs,
  logger: Logger,
  { blocks }: ChatMessage,
): Promise<PictureBytes> {
  const images = blocks.filter((block) => block.type === "image");
  const loaded = new Map<string, Buffer>();
  for (const image of images) {
    try {
      const content = await blobs.open(image.file_id);
      if (content) loaded.set(attachmentName(image), await buffer(content));
    } catch (error) {
      logger.warn({ err: error, file_id: image.file_id }, "a picture could not be read");
    }
  }
  return loaded;
}

/** Another name for other content, so that one post can show several and none is taken for another. */
export const attachmentName = ({ file_id, name }: Pick<ImageBlock, "file_id" | "name">): string =>
  `${name.replace(/\.png$/i, "").replace(/[^A-Za-z0-9-]+/g, "-")}-${file_id.replace(/\W/g, "").slice(-12)}.png`;

/** The files that go with a post; undefined when one of them is missing. */
export function filesOf(
  { attachments = [] }: Pick<RESTPostAPIChannelMessageJSONBody, "attachments">,
  pictures: PictureBytes,
): RawFile[] | undefined {
  const files = attachments.flatMap(({ filename = "" }): RawFile[] => {
    const data = pictures.get(filename);
    return data ? [{ name: filename, data, contentType: "image/png" }] : [];
  });
  return files.length === attachments.length ? files : undefined;
}
