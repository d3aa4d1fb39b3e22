import type { types } from "@slack/bolt";
import type { ChatMessage } from "../../chat/chat-message.ts";
import { blockMarkdown } from "../../chat/markdown.ts";
import type { Block } from "../../chat/reply.ts";
import { tablePieces } from "../../chat/table-pieces.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { splitText } from "../../lib/split-text.ts";
import { choiceActions, choiceLines, plainButton } from "./buttons.ts";
import { openerId } from "./form-view.ts";
import { escapeMarkup, toMrkdwn } from "./markup.ts";

// https://docs.slack.dev/reference/block-kit/blocks: 50 blocks a message, 3,000 characters a section
const MAX_BLOCKS = 50;
const TEXT_PIECE = 2_900;
/** Slack refuses blocks that are too long together (msg_blocks_too_long) without saying how long that is. */
const MAX_TEXT = 11_600;
const MAX_NOTICE = 300;

/** One post, ready for Slack. `text` is what notifications and screen readers say; the blocks say it all. */
export interface Post {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/** Draws a message as one or more posts within Slack's limits. Nothing is left out: what does not fit makes another post. */
export function renderPosts(message: ChatMessage): Post[] {
  const drawn = message.blocks.flatMap((block, index) => draw(block, message.id, index));
  const shown = drawn.length > 0 ? drawn : sections(message.text === "" ? "…" : message.text);
  return pack(shown).map((blocks, index) => ({
    text: index === 0 ? escapeMarkup(ellipsis(message.text, MAX_NOTICE)) || "…" : "…",
    blocks,
  }));
}

function draw(block: Block, messageId: string, index: number): types.KnownBlock[] {
  switch (block.type) {
    case "choices": {
      const words = [block.prompt ?? "", choiceLines(block.choices).join("\n")].filter(Boolean).join("\n");
      return [...sections(words), ...choiceActions(block.choices, index * 100)];
    }
    case "form":
      return [
        ...sections(blockMarkdown(block)),
        { type: "actions", elements: [plainButton(openerId(messageId, index), "Fill in")] },
      ];
    case "table":
      return tablePieces(block, fits).flatMap((piece) =>
        fits(piece) ? section(toMrkdwn(piece)) : sections(piece),
      );
    default:
      return sections(blockMarkdown(block));
  }
}

const fits = (markdown: string) => toMrkdwn(markdown).length <= TEXT_PIECE;

const sections = (markdown: string): types.SectionBlock[] =>
  splitText(toMrkdwn(markdown), TEXT_PIECE).map(section);

const section = (text: string): types.SectionBlock => ({
  type: "section",
  text: { type: "mrkdwn", text },
  expand: true,
});

function pack(all: readonly types.KnownBlock[]): types.KnownBlock[][] {
  const posts: types.KnownBlock[][] = [];
  let chars = 0;
  for (const block of all) {
    const length = block.type === "section" ? (block.text?.text.length ?? 0) : 0;
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
