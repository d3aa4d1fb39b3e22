import { hash } from "node:crypto";
import type {
  APIFileComponent,
  APIMediaGalleryComponent,
  RESTPostAPIChannelMessageJSONBody,
} from "discord.js";
import type { ChatMessage } from "../../chat/chat-message.ts";
import { toldChoices } from "../../chat/choice-words.ts";
import { fileLine, fileTitle, unattached } from "../../chat/file-words.ts";
import { blockMarkdown, quoted } from "../../chat/markdown.ts";
import { withReadableTables } from "../../chat/markdown-tables.ts";
import { onceEach } from "../../chat/once-each.ts";
import type { Block, FileBlock, ImageBlock } from "../../chat/reply.ts";
import { tablePieces } from "../../chat/table-pieces.ts";
import { unpinged, unpingedBlocks } from "../../chat/unpinged.ts";
import { fileIdIn } from "../../domain/file-record.ts";
import { splitText } from "../../lib/split-text.ts";
import { buttonRows, choiceLines, choiceRows, plainButton, type Row, smallPrint } from "./buttons.ts";
import { openerId } from "./form-id.ts";
import { type Piece, packPosts } from "./pack-posts.ts";
import { attachmentName, isAttached } from "./pictures.ts";

const TEXT_DISPLAY = 10;
const MEDIA_GALLERY = 12;
const FILE = 13;
const CONTAINER = 17;
const IS_COMPONENTS_V2 = 1 << 15;
const SUPPRESS_EMBEDS = 1 << 2;
const TEXT_PIECE = 1_900;
const MAX_DESCRIPTION = 1_024;
const MAX_NONCE = 25;
const PLAIN_NAME = /^[\w .,()-]+$/;
const TOO_LARGE = "Discord takes files of 10 MB at most";
const NOT_TAKEN = "it is gone, or I may not attach files in this channel";

/** One post, ready for Discord: what it shows, the files it comes with, and nobody pinged whatever its text says. */
export type Post = Pick<
  RESTPostAPIChannelMessageJSONBody,
  "flags" | "components" | "allowed_mentions" | "attachments"
>;

/**
 * Draws a message as one or more posts within Discord's limits. Nothing is left out: what does not fit makes another post.
 * `unfurls`: Discord shows what its links lead to.
 */
export function renderPosts(message: ChatMessage, unfurls = false): Post[] {
  const drawn = unpingedBlocks(onceEach(message.blocks)).flatMap((block, index) =>
    pieces(block, message.id, index),
  );
  const shown = drawn.length > 0 ? drawn : texts(unpinged(message.text) || "…");
  return packPosts(shown).map((pieces) => ({
    flags: IS_COMPONENTS_V2 | (unfurls ? 0 : SUPPRESS_EMBEDS),
    components: pieces.map(({ component }) => component),
    allowed_mentions: { parse: [] },
    ...attached(pieces),
  }));
}

/** The post with words in place of its pictures and files: they take no more room than those were given. */
export function withoutPictures({ attachments = [], components = [], ...post }: Post): Post {
  const about = (url: string) =>
    attachments.find(({ filename = "" }) => url === addressOf(filename))?.description ?? "";
  return {
    ...post,
    components: components.map((component) => {
      if (component.type === MEDIA_GALLERY)
        return text(wordsFor(component.items[0]?.description ?? "")).component;
      if (component.type === FILE) return text(unattached(about(component.file.url), NOT_TAKEN)).component;
      return component;
    }),
  };
}

/** The same for the same message and post, so that Discord drops a second copy sent within some minutes. */
export const nonceOf = (messageId: string, post: number): string =>
  hash("sha256", `${messageId}#${post}`, "hex").slice(0, MAX_NONCE);

function pieces(block: Block, messageId: string, index: number): Piece[] {
  switch (block.type) {
    case "card":
    case "proposal":
      return splitText(blockMarkdown(block), TEXT_PIECE).map(contained);
    case "choices": {
      const told = toldChoices(block);
      const notes = smallPrint(told);
      const words = [block.prompt, ...choiceLines(told), notes && `-# ${notes}`];
      return [
        ...texts(words.filter(Boolean).join("\n")),
        ...choiceRows(block, { message_id: messageId, block: index }).map(row),
      ];
    }
    case "form": {
      const opener = plainButton(openerId({ message_id: messageId, block: index, page: 0 }), "Fill in");
      return [...texts(blockMarkdown(block)), ...buttonRows([opener]).map(row)];
    }
    case "citation":
      return texts(`${quoted(block.quote)}\n— ${block.by}, ${momentOf(block.at)}`);
    case "image":
      return [picture(block)];
    case "file":
      return file(block);
    case "text":
      return texts(calmHeadings(withReadableTables(block.text, fits)));
    case "table":
      return tablePieces(block, fits).flatMap((piece) => (fits(piece) ? text(piece) : texts(piece)));
    default:
      return texts(blockMarkdown(block));
  }
}

const CODE = /(```[\s\S]*?```)/;

/** In talk the large headings of Markdown shout. */
const calmHeadings = (markdown: string): string =>
  markdown
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/^#{1,2} /gm, "### ")))
    .join("");

const fits = (markdown: string) => markdown.length <= TEXT_PIECE;

const texts = (markdown: string) => splitText(markdown, TEXT_PIECE).map(text);

const text = (content: string): Piece => ({
  component: { type: TEXT_DISPLAY, content },
  count: 1,
  chars: content.length,
});

/** Each person reads a time in their own zone: https://docs.discord.com/developers/reference#message-formatting */
const momentOf = (at: string): string => `<t:${Math.floor(Date.parse(at) / 1_000)}:f>`;

const wordsFor = (alt: string) => `*Picture:* ${alt}`;

/** Discord takes no empty description. */
const altOf = ({ alt }: ImageBlock): string => alt.trim().slice(0, MAX_DESCRIPTION) || "Picture";

const addressOf = (filename: string) => `attachment://${filename}`;

function picture(block: ImageBlock): Piece {
  const component: APIMediaGalleryComponent = {
    type: MEDIA_GALLERY,
    items: [{ media: { url: addressOf(attachmentName(block)) }, description: altOf(block) }],
  };
  return { component, count: 1, chars: wordsFor(altOf(block)).length, attaches: block };
}

function file(block: FileBlock): Piece[] {
  if (!isAttached(block)) {
    const large = fileIdIn(block.url) !== undefined;
    return texts(large ? unattached(fileTitle(block), TOO_LARGE) : fileLine(block));
  }
  const component: APIFileComponent = { type: FILE, file: { url: addressOf(attachmentName(block)) } };
  const chars = unattached(fileTitle(block), NOT_TAKEN).length;
  // Discord shows the name the file is attached under, which has plain letters only.
  const named = PLAIN_NAME.test(block.name) ? [] : texts(fileLine(block));
  return [...named, { component, count: 1, chars, attaches: block }];
}

/** Each picture or file is sent once, however often the post shows it. */
function attached(pieces: readonly Piece[]): Pick<Post, "attachments"> {
  const byName = new Map(
    pieces.flatMap(({ attaches }) => (attaches ? [[attachmentName(attaches), attaches] as const] : [])),
  );
  if (byName.size === 0) return {};
  return {
    attachments: [...byName].map(([filename, of], index) => ({
      id: index,
      filename,
      description: of.type === "image" ? altOf(of) : fileTitle(of).slice(0, MAX_DESCRIPTION),
    })),
  };
}

const contained = (content: string): Piece => ({
  component: { type: CONTAINER, components: [{ type: TEXT_DISPLAY, content }] },
  count: 2,
  chars: content.length,
});

const row = (component: Row): Piece => ({ component, count: 1 + component.components.length, chars: 0 });
