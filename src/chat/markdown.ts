import { tableText } from "../lib/table-text.ts";
import { fileLine } from "./file-words.ts";
import { changedText, failureLine, progressLine, proposedText } from "./plain-text.ts";
import type { Block, ProgressBlock, ReceiptBlock } from "./reply.ts";

const BAR_CELLS = 12;

type Form = Extract<Block, { type: "form" }>;

/** Says a block in Markdown, for platforms that draw text. Choices say only their prompt: their buttons are drawn apart. */
export function blockMarkdown(block: Block): string {
  switch (block.type) {
    case "text":
      return block.text;
    case "card":
      return lines([
        `**${block.title}**${block.subtitle ? ` · ${block.subtitle}` : ""}`,
        ...block.fields.map(({ name, value }) =>
          // A paper that is called what its only field is called says so once.
          name.toLowerCase() === block.title.toLowerCase() ? value : `**${name}:** ${value}`,
        ),
      ]);
    case "receipt":
      return receipt(block);
    case "citation":
      return `${quoted(block.quote)}\n— ${block.by}, ${block.at.slice(0, 16).replace("T", " ")}`;
    case "list":
      return lines([block.title && `**${block.title}**`, ...block.items.map((item) => `- ${item}`)]);
    case "proposal":
      return lines([
        `**${block.title}**`,
        ...block.lines.map((line) => `- ${proposedText(line)}${line.quote ? ` — “${line.quote}”` : ""}`),
        block.note,
      ]);
    case "table":
      return lines([
        block.title && `**${block.title}**`,
        `\`\`\`\n${tableText(block.columns, block.rows).replaceAll("`", "’")}\n\`\`\``,
        block.note,
      ]);
    case "progress":
      return progress(block);
    case "file":
      return fileLine(block);
    case "image":
      return `*Picture:* ${block.alt}`;
    case "form":
      return form(block);
    case "choices":
      return block.prompt ?? "";
  }
}

export const quoted = (words: string): string => words.replace(/^/gm, "> ");

const inWords = (field: string): string => field.replaceAll("_", " ");

function receipt(block: ReceiptBlock): string {
  return lines(
    block.lines.map((line) => {
      const fields = line.fields.map(({ name, before, after }) =>
        before === undefined
          ? `${inWords(name)} ${changedText(after)}`
          : `${inWords(name)} ${changedText(before)} → ${changedText(after)}`,
      );
      return `**${line.name}** (${line.kind}) ${line.action}${fields.length > 0 ? `: ${fields.join(" · ")}` : ""}`;
    }),
  );
}

/** What is known, and what is not in one line: the form itself asks for each. */
function form({ title, fields }: Form): string {
  const open = fields.filter(({ value }) => !value).map(({ label }) => label);
  const known = fields.filter(({ value }) => value).map(({ label, value }) => `- ${label}: ${value}`);
  return lines([
    `**${title}**`,
    ...known,
    open.length > 0 && `${known.length > 0 ? "Still open" : "It asks for"}: ${open.join(" · ")}`,
  ]);
}

function progress(block: ProgressBlock): string {
  const done = block.completed + block.failed + block.cancelled;
  const share = block.total > 0 ? Math.min(1, done / block.total) : 0;
  const filled = Math.round(share * BAR_CELLS);
  const left = block.seconds_left === undefined ? "" : ` · ${timeLeft(block.seconds_left)}`;
  return lines([
    `**${progressLine(block)}**`,
    `${"▰".repeat(filled)}${"▱".repeat(BAR_CELLS - filled)} ${Math.floor(share * 100)} %${left}`,
    block.names.join(", "),
    ...block.failures.map(failureLine),
  ]);
}

/** "less than a minute left", "about 3 min left", "about 1 h 20 min left". */
function timeLeft(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return "less than a minute left";
  if (minutes < 60) return `about ${minutes} min left`;
  const rest = minutes % 60;
  return `about ${Math.floor(minutes / 60)} h${rest === 0 ? "" : ` ${rest} min`} left`;
}

const lines = (all: readonly (string | false | undefined)[]) => all.filter((line) => line).join("\n");
