import { buffer } from "node:stream/consumers";
import type { ChatMessage } from "../../chat/chat-message.ts";
import type { ImageBlock } from "../../chat/reply.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Logger } from "../../ports/logger.ts";
import { isRefusal } from "./failure.ts";
import type { Link } from "./link.ts";

const TRIES = 2;
/** Files that Slack has already, kept in mind so that an edit shows the same one. */
const MAX_KNOWN = 500;

/** Slack's ids of pictures, by Backlot's. What is not in it is said in words. */
export type SlackFiles = ReadonlyMap<string, string>;

export interface PictureShelf {
  /** Brings a message's pictures to Slack, each once. Throws only what asks to wait; what cannot be brought is left out. */
  filesOf(message: ChatMessage): Promise<SlackFiles>;
  /** Slack does not take them: the next time they are uploaded anew. */
  forget(slackIds: readonly string[]): void;
}

export function createPictureShelf(link: Link, blobs: Blobs, logger: Logger): PictureShelf {
  const known = new Map<string, string>();
  const remember = (fileId: string, slackId: string) => {
    known.set(fileId, slackId);
    const [oldest] = known.keys();
    if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest);
  };
  const bring = async (image: ImageBlock): Promise<string | undefined> => {
    const there = known.get(image.file_id);
    if (there !== undefined) return there;
    const content = await blobs.open(image.file_id);
    const slackId = content && (await upload(link, image, await buffer(content)));
    if (slackId !== undefined) remember(image.file_id, slackId);
    return slackId;
  };
  return {
    filesOf: async ({ blocks }) => {
      const files = new Map<string, string>();
      for (const image of blocks) {
        if (image.type !== "image" || files.has(image.file_id)) continue;
        try {
          const slackId = await bring(image);
          if (slackId !== undefined) files.set(image.file_id, slackId);
        } catch (error) {
          if (error instanceof link.bolt.webApi.WebAPIRateLimitedError) throw error;
          const message = isRefusal(error, "missing_scope", link.bolt)
            ? "Slack shows no pictures before the app has the scope files:write; their words are posted"
            : "a picture could not be brought to Slack; its words are posted";
          logger.warn({ err: error, file_id: image.file_id }, message);
        }
      }
      return files;
    },
    forget: (slackIds) => {
      for (const [fileId, slackId] of known) if (slackIds.includes(slackId)) known.delete(fileId);
    },
  };
}

/**
 * To no channel: a message that shows the file shares it there. A second try of an upload is another file that nobody sees.
 * Its words stand in the block that shows it: web-api names the argument for them `alt_text`, and Slack takes `alt_txt`
 * (https://docs.slack.dev/reference/methods/files.getUploadURLExternal).
 */
async function upload({ web, bolt }: Link, { name }: ImageBlock, file: Buffer): Promise<string | undefined> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      const { files } = await web.filesUploadV2({ file, filename: name, title: name });
      return files[0]?.files?.[0]?.id;
    } catch (error) {
      const { WebAPIPlatformError, WebAPIRateLimitedError } = bolt.webApi;
      const told = error instanceof WebAPIPlatformError || error instanceof WebAPIRateLimitedError;
      if (told || left === 0) throw error;
    }
  }
}
