import { createHash } from "node:crypto";
import type {
  APIMediaGalleryComponent,
  APIMessageTopLevelComponent,
  RESTPostAPIChannelMessageJSONBody,
} from "discord.js";
import type { ChatMessage } from "../../chat/chat-message.ts";
import { blockMarkdown } from "../../chat/markdown.ts";
import { withReadableTables } from "../../chat/markdown-tables.ts";
import type { Block, ImageBlock } from "../../chat/reply.ts";
import { tablePieces } from "../../chat/table-pieces.ts";
import { unpinged, unpingedBlocks } from "../../chat/unpinged.ts";
import { splitText } from "../../lib/split-text.ts";
import { buttonRows, choiceLines, choiceRows, plainButton, type Row } from "./buttons.ts";
import { formPages, openerId } from "./form-modal.ts";
import { attachmentName } from "./pictures.ts";

const TEXT_DISPLAY = 10;
const MEDIA_GALLERY = 12;
const CONTAINER = 17;
const IS_COMPONENTS_V2 = 1 << 15;
const SUPPRESS_EMBEDS = 1 << 2;
// https://docs.discord.com/developers/components/reference: 40 components and 4,000 characters of text a message
const MAX_COMPONENTS = 40;
const MAX_TEXT = 4_000;
const TEXT_PIECE = 1_900;
const MAX_ATTACHMENTS = 10;
const MAX_NONCE = 25;

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
  const drawn = unpingedBlocks(message.blocks).flatMap((block, index) => pieces(block, message.id, index));
  const shown = drawn.length > 0 ? drawn : texts(unpinged(message.text) || "…");
  return pack(shown).map((pieces) => ({
    flags: IS_COMPONENTS_V2 | (unfurls ? 0 : SUPPRESS_EMBEDS),
    components: pieces.map(({ component }) => component),
    allowed_mentions: { parse: [] },
    ...attached(pieces),
  }));
}

/** The post with words in place of its pictures: they take no more room than the pictures were given. */
export function withoutPictures({ attachments: _, components = [], ...post }: Post): Post {
  return {
    ...post,
    components: components.map((component) =>
      component.type === MEDIA_GALLERY
        ? { type: TEXT_DISPLAY, content: wordsFor(component.items[0]?.description ?? "") }
        : component,
    ),
  };
}

/** The same for the same message and post, so that Discord drops a second copy sent within some minutes. */
export const nonceOf = (messageId: string, post: number): string =>
  createHash("sha256").update(`${messageId}#${post}`).digest("hex").slice(0, MAX_NONCE);

interface Piece {
  readonly component: APIMessageTopLevelComponent;
  readonly count: number;
  readonly chars: number;
  readonly picture?: ImageBlock;
}

function pieces(block: Block, messageId: string, index: number): Piece[] {
  switch (block.type) {
    case "card":
    case "proposal":
      return splitText(blockMarkdown(block), TEXT_PIECE).map(contained);
    case "choices": {
      const words = [block.prompt ?? "", choiceLines(block.choices).join("\n")].filter(Boolean).join("\n");
      return [
        ...texts(words),
        ...choiceRows(block.choices, { message_id: messageId, block: index }).map(row),
      ];
    }
    case "form": {
      const pages = formPages(block);
      const openers = Array.from({ length: pages }, (_, page) =>
        plainButton(
          openerId(messageId, index, page),
          pages > 1 ? `Fill in ${page + 1} of ${pages}` : "Fill in",
        ),
      );
      return [...texts(blockMarkdown(block)), ...buttonRows(openers).map(row)];
    }
    case "image":
      return [picture(block)];
    case "text":
      return texts(withReadableTables(block.text, fits));
    case "table":
      return tablePieces(block, fits).flatMap((piece) => (fits(piece) ? text(piece) : texts(piece)));
    default:
      return texts(blockMarkdown(block));
  }
}

const fits = (markdown: string) => markdown.length <= TEXT_PIECE;

const texts = (markdown: string) => splitText(markdown, TEXT_PIECE).map(text);

const text = (content: string): Piece => ({
  component: { type: TEXT_DISPLAY, content },
  count: 1,
  chars: content.length,
});

const wordsFor = (alt: string) => `*Picture:* ${alt}`;

function picture(block: ImageBlock): Piece {
  const component: APIMediaGalleryComponent = {
    type: MEDIA_GALLERY,
    items: [{ media: { url: `attachment://${attachmentName(block)}` }, description: block.alt }],
  };
  return { component, count: 1, chars: wordsFor(block.alt).length, picture: block };
}

/** Each picture is sent once, however often the post shows it. */
function attached(pieces: readonly Piece[]): Pick<Post, "attachments"> {
  const byName = new Map(
    pieces.flatMap(({ picture }) => (picture ? [[attachmentName(picture), picture] as const] : [])),
  );
  if (byName.size === 0) return {};
  return {
    attachments: [...byName].map(([filename, { alt }], index) => ({ id: index, filename, description: alt })),
  };
}

const contained = (content: string): Piece => ({
  component: { type: CONTAINER, components: [{ type: TEXT_DISPLAY, content }] },
  count: 2,
  chars: content.length,
});

const row = (component: Row): Piece => ({ component, count: 1 + component.components.length, chars: 0 });

function pack(all: readonly Piece[]): Piece[][] {
  const posts: Piece[][] = [];
  let room = { count: 0, chars: 0, pictures: 0 };
  for (const piece of all) {
    const next = {
      count: room.count + piece.count,
      chars: room.chars + piece.chars,
      pictures: room.pictures + (piece.picture ? 1 : 0),
    };
    const fits = next.count <= MAX_COMPONENTS && next.chars <= MAX_TEXT && next.pictures <= MAX_ATTACHMENTS;
    if (posts.length > 0 && fits) {
      posts.at(-1)?.push(piece);
      room = next;
    } else {
      posts.push([piece]);
      room = { count: piece.count, chars: piece.chars, pictures: piece.picture ? 1 : 0 };
    }
  }
  return posts;
}
