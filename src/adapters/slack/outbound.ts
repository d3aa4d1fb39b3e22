import type { types } from "@slack/bolt";
import type { ChatMessage } from "../../chat/chat-message.ts";
import { toldChoices } from "../../chat/choice-words.ts";
import { blockMarkdown, quoted } from "../../chat/markdown.ts";
import { withReadableTables } from "../../chat/markdown-tables.ts";
import { onceEach } from "../../chat/once-each.ts";
import type { Block } from "../../chat/reply.ts";
import { tablePieces } from "../../chat/table-pieces.ts";
import { unpinged, unpingedBlocks } from "../../chat/unpinged.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { splitText } from "../../lib/split-text.ts";
import { choiceActions, choiceLines, plainButton, smallPrint } from "./buttons.ts";
import { openerId } from "./form-view.ts";
import { escapeMarkup, toMrkdwn } from "./markup.ts";
import type { SlackFiles } from "./pictures.ts";

// https://docs.slack.dev/reference/block-kit/blocks: 50 blocks a message, 3,000 characters a section
const MAX_BLOCKS = 50;
const TEXT_PIECE = 2_900;
/** Slack refuses blocks that are too long together (msg_blocks_too_long) without saying how long that is. */
const MAX_TEXT = 11_600;
const MAX_NOTICE = 300;
/** Slack refuses a picture without words for it. */
const NAMELESS = "Picture";

/** One post, ready for Slack. `text` is what notifications and screen readers say; the blocks say it all. */
export interface Post {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/** Draws a message as one or more posts within Slack's limits. Nothing is left out: what does not fit makes another post. */
export function renderPosts(message: ChatMessage, files: SlackFiles = new Map()): Post[] {
  const drawn = unpingedBlocks(onceEach(message.blocks)).flatMap((block, index) =>
    draw(block, message.id, index, files),
  );
  const shown = drawn.length > 0 ? drawn : sections(message.text === "" ? "…" : message.text);
  return pack(shown).map((blocks, index) => ({
    text: index === 0 ? notice(message.text) : "…",
    blocks,
  }));
}

const notice = (text: string): string => escapeMarkup(ellipsis(unpinged(text), MAX_NOTICE)) || "…";

/** The post with words in place of its pictures, for a Slack that does not take them. */
export const withoutPictures = ({ text, blocks }: Post): Post => ({
  text,
  blocks: blocks.map((block) => (block.type === "image" ? section(wordsFor(block.alt_text)) : block)),
});

/** Slack's ids of the files a post shows. */
export const filesIn = ({ blocks }: Post): string[] =>
  blocks.flatMap((block) =>
    block.type === "image" && "slack_file" in block && "id" in block.slack_file ? [block.slack_file.id] : [],
  );

function draw(block: Block, messageId: string, index: number, files: SlackFiles): types.KnownBlock[] {
  switch (block.type) {
    case "choices": {
      const told = toldChoices(block);
      const words = [block.prompt, ...choiceLines(told)].filter(Boolean).join("\n");
      const notes = smallPrint(told);
      return [
        ...sections(words),
        ...(notes === "" ? [] : sections(notes).map(inSmallPrint)),
        ...choiceActions(block, { message_id: messageId, block: index }),
      ];
    }
    case "citation":
      return [
        ...sections(quoted(block.quote)),
        section(`— ${escapeMarkup(block.by)}, ${momentOf(block.at)}`),
      ];
    case "form":
      return [
        ...sections(blockMarkdown(block)),
        { type: "actions", elements: [plainButton(openerId(messageId, index), "Fill in")] },
      ];
    case "image": {
      const id = files.get(block.file_id);
      if (id === undefined) return [section(wordsFor(block.alt.trim() || NAMELESS))];
      return [{ type: "image", slack_file: { id }, alt_text: block.alt.trim() || NAMELESS }];
    }
    case "text":
      return sections(withReadableTables(block.text, fits));
    case "table":
      return tablePieces(block, fits).flatMap((piece) =>
        fits(piece) ? section(toMrkdwn(piece)) : sections(piece),
      );
    default:
      return sections(blockMarkdown(block));
  }
}

const inSmallPrint = ({ text }: types.SectionBlock): types.ContextBlock => ({
  type: "context",
  elements: text ? [text] : [],
});

/** Each person reads a time in their own zone: https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
const momentOf = (at: string): string =>
  `<!date^${Math.floor(Date.parse(at) / 1_000)}^{date_short_pretty} at {time}|${at.slice(0, 16).replace("T", " ")}>`;

const wordsFor = (alt: string): string => `_Picture:_ ${escapeMarkup(alt)}`;

const fits = (markdown: string) => toMrkdwn(markdown).length <= TEXT_PIECE;

const sections = (markdown: string): types.SectionBlock[] =>
  splitText(toMrkdwn(markdown), TEXT_PIECE).map(section);

/** `verbatim`: Slack makes no links of its own out of names of channels and people, nor of addresses. */
const section = (text: string): types.SectionBlock => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
  expand: true,
});

function pack(all: readonly types.KnownBlock[]): types.KnownBlock[][] {
  const posts: types.KnownBlock[][] = [];
  let chars = 0;
  for (const block of all) {
    const length = lengthOf(block);
    const last = posts.at(-1);
    if (last && last.length < MAX_BLOCKS && chars + length <= MAX_TEXT) {
      last.push(block);
      chars += length;
    } else {
      posts.push([block]);
      chars = length;
    }
  }
  return posts;
}

/** A picture counts as long as its words, so that a message makes the same posts with and without it. */
function lengthOf(block: types.KnownBlock): number {
  if (block.type === "image") return wordsFor(block.alt_text).length;
  if (block.type === "context")
    return block.elements.reduce((sum, one) => sum + ("text" in one ? one.text.length : 0), 0);
  return block.type === "section" ? (block.text?.text.length ?? 0) : 0;
}
