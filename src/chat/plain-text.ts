import type { FactValue } from "../domain/bible/fact.ts";
import { valueText } from "../domain/bible/value-text.ts";
import { tableText } from "../lib/table-text.ts";
import type { Block, ProgressBlock, ProposalBlock, ReceiptBlock } from "./reply.ts";

/** Says blocks in words, for readers without blocks: the `text` of a reply, notifications, exports. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map(inWords)
    .filter((text) => text !== "")
    .join("\n\n");
}

/** A value of a change, where there may be none. */
export const changedText = (value: FactValue | undefined): string =>
  value === undefined ? "–" : valueText(value);

export function progressLine(block: ProgressBlock): string {
  const { completed, failed, cancelled, total } = block;
  if (block.status === "pending" || block.status === "processing")
    return `Processing ${completed + failed} of ${total} ${block.label}`;
  if (block.status === "paused") return `Paused at ${completed + failed} of ${total} ${block.label}`;
  const parts = [`${completed} of ${total} ${block.label} created`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (cancelled > 0) parts.push(`${cancelled} cancelled`);
  return parts.join(", ");
}

/** "✗ Ana: the model was busy", "✗ the model was busy (2)". */
export function failureLine({ name, error, count = 1 }: ProgressBlock["failures"][number]): string {
  return `✗ ${name === undefined ? "" : `${name}: `}${error}${count > 1 ? ` (${count})` : ""}`;
}

function inWords(block: Block): string {
  switch (block.type) {
    case "text":
      return block.text;
    case "card":
      return [block.title, block.subtitle, ...block.fields.map((field) => `${field.name}: ${field.value}`)]
        .filter(Boolean)
        .join("\n");
    case "receipt":
      return receiptText(block);
    case "citation":
      return `“${block.quote}”`;
    case "list":
      return [block.title, ...block.items.map((item) => `• ${item}`)].filter(Boolean).join("\n");
    case "proposal":
      return [block.title, ...block.lines.map((line) => `• ${proposedText(line)}`), block.note]
        .filter(Boolean)
        .join("\n");
    case "table":
      return [block.title, tableText(block.columns, block.rows), block.note].filter(Boolean).join("\n");
    case "progress":
      return [progressLine(block), block.names.join(", "), ...block.failures.map(failureLine)]
        .filter(Boolean)
        .join("\n");
    case "file":
      return `${block.name} (${block.url})`;
    case "image":
      return `Picture: ${block.alt}`;
    case "form":
      return block.title;
    case "choices":
      return "";
  }
}

/** "Sarah’s age: 28 → 31", "a new location, Diner". What is settled says so. */
export function proposedText(line: ProposalBlock["lines"][number]): string {
  const { action, kind, name, field, before, after } = line;
  const settled = line.state === "open" ? "" : ` (${line.state})`;
  const now = after === undefined ? "nothing" : valueText(after);
  if (field !== undefined) {
    const change = before === undefined ? now : `${valueText(before)} → ${now}`;
    return `${name}, ${field.replaceAll("_", " ")}: ${change}${settled}`;
  }
  const what = after === undefined ? "" : `: ${now}`;
  const verb = action === "created" ? `new ${kind}` : `${kind} ${PROPOSED_ACTIONS[action]}`;
  return `${name} (${verb})${what}${settled}`;
}

const PROPOSED_ACTIONS = {
  created: "added",
  updated: "changed",
  merged: "merged",
  removed: "removed",
  restored: "brought back",
} as const;

function receiptText(block: ReceiptBlock): string {
  return block.lines
    .map((line) => {
      const fields = line.fields.map((field) =>
        field.before === undefined
          ? `${field.name} ${changedText(field.after)}`
          : `${field.name} ${changedText(field.before)} → ${changedText(field.after)}`,
      );
      return `${line.name} (${line.kind}) ${line.action}${fields.length > 0 ? `: ${fields.join(" · ")}` : ""}`;
    })
    .join("\n");
}
