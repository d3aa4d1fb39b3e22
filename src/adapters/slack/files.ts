import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { ChatMessage } from "../../chat/chat-message.ts";
import { fileTitle, unattached } from "../../chat/file-words.ts";
import type { Block, FileBlock } from "../../chat/reply.ts";
import { unpinged } from "../../chat/unpinged.ts";
import { fileIdIn } from "../../domain/file-record.ts";
import type { Place } from "../../domain/session.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Logger } from "../../ports/logger.ts";
import { deliveryFailure, isRefusal } from "./failure.ts";
import { filesThere } from "./find-files.ts";
import type { Link } from "./link.ts";
import { uploadBytes } from "./upload-bytes.ts";

/** What one file takes of this process's memory while it is brought. */
const MAX_BYTES = 50 * 1024 * 1024;
const MAX_KNOWN = 500;
const TOO_LARGE = "it is larger than 50 MB";
const GONE = "it is gone";
const NO_SCOPE = "this app may not upload files before it has the scope files:write";
const FAILED = "Slack did not take it";
const FORBIDDEN = "files may not be shared in this channel";

/** A message whose files are with Slack, seen by nobody yet. */
export interface Brought {
  /** The message with words in place of the files that cannot be had. */
  readonly message: ChatMessage;
  /** Shows the files under the message. Does nothing for those that are there. False: Slack does not allow it. */
  share(): Promise<boolean>;
  /** The message with words in place of the files that Slack does not allow to be shown. */
  readonly inWords: ChatMessage;
}

export interface FileDesk {
  /** `again`: an earlier try may have shown the files already. Throws what asks to wait. */
  bring(place: Place, message: ChatMessage, again: boolean): Promise<Brought>;
}

/** Files go in two steps, so that nothing half there is ever seen; they are told apart by the names they are stored under. */
export function createFileDesk(link: Link, blobs: Blobs, logger: Logger): FileDesk {
  const shown = new Set<string>();
  const remember = (names: Iterable<string>) => {
    for (const name of names) shown.add(name);
    for (const oldest of shown) {
      if (shown.size <= MAX_KNOWN) break;
      shown.delete(oldest);
    }
  };

  const upload = async (block: FileBlock, name: string): Promise<{ id: string } | { why: string }> => {
    const fileId = fileIdIn(block.url) ?? "";
    try {
      if (block.size > MAX_BYTES) return { why: TOO_LARGE };
      const content = await blobs.open(fileId);
      if (!content) return { why: GONE };
      return { id: await uploadBytes(link, name, await buffer(content)) };
    } catch (error) {
      if (error instanceof link.bolt.webApi.WebAPIRateLimitedError) throw error;
      logger.warn({ err: error, file_id: fileId }, "a file could not be brought to Slack; words are posted");
      return { why: isRefusal(error, "missing_scope", link.bolt) ? NO_SCOPE : FAILED };
    }
  };

  const share = async ({ channel, thread }: Place, files: readonly Waiting[]): Promise<boolean> => {
    const [first, ...rest] = files.map(({ id, title }) => ({ id, title }));
    if (!first) return true;
    const where = thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
    try {
      await link.web.files.completeUploadExternal({ files: [first, ...rest], ...where });
    } catch (error) {
      if (!deliveryFailure(error, link.bolt).final) throw error;
      logger.warn({ err: error, channel }, "Slack does not show files there; words are posted");
      return false;
    }
    remember(files.map(({ name }) => name));
    return true;
  };

  return {
    bring: async (place, message, again) => {
      const named = message.blocks.map((block, index) => ({ block, name: nameOf(message.id, index, block) }));
      const missing = named.filter(({ name }) => name !== undefined && !shown.has(name));
      if (missing.length > 0 && again) remember(await filesThere(link, place, message));
      const { blocks, waiting } = await layOut(named, shown, upload);
      const held = new Set(waiting.map(({ block }) => block));
      const inWords = blocks.map((block) =>
        block.type === "file" && held.has(block) ? worded(block, FORBIDDEN) : block,
      );
      return {
        message: { ...message, blocks },
        share: () => share(place, waiting),
        inWords: { ...message, blocks: inWords },
      };
    },
  };
}

interface Named {
  readonly block: Block;
  /** The name its file is stored under; undefined for a block that shows none of Backlot's files. */
  readonly name: string | undefined;
}

/** The blocks with words for the files that could not be brought, and the files that wait to be shown. */
async function layOut(
  named: readonly Named[],
  shown: ReadonlySet<string>,
  upload: (block: FileBlock, name: string) => Promise<{ id: string } | { why: string }>,
): Promise<{ readonly blocks: Block[]; readonly waiting: Waiting[] }> {
  const waiting: Waiting[] = [];
  const blocks: Block[] = [];
  for (const { block, name } of named) {
    const brought =
      block.type !== "file" || name === undefined || shown.has(name) ? undefined : await upload(block, name);
    if (brought === undefined || block.type !== "file" || name === undefined) blocks.push(block);
    else if ("why" in brought) blocks.push(worded(block, brought.why));
    else {
      blocks.push(block);
      waiting.push({ id: brought.id, name, title: unpinged(block.name), block });
    }
  }
  return { blocks, waiting };
}

interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly block: FileBlock;
}

const worded = (block: FileBlock, why: string): Block => ({
  type: "text",
  text: unattached(fileTitle(block), why),
});

/** The name a file is stored under: its own, with a mark of the message that it belongs to. Undefined for other blocks. */
function nameOf(messageId: string, index: number, block: Block): string | undefined {
  if (block.type !== "file" || fileIdIn(block.url) === undefined) return undefined;
  const mark = createHash("sha256").update(`${messageId}#${index}`).digest("hex").slice(0, 10);
  const [, name = "file", ending = ""] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(unpinged(block.name)) ?? [];
  return `${name.replace(/[\\/:*?"<>|\s]+/g, "-").slice(0, 80)}-${mark}${ending}`;
}
