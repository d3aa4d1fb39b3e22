import { changedText, progressLine, proposedText } from "../../src/chat/plain-text.ts";
import type { Block } from "../../src/chat/reply.ts";
import { tableText } from "../../src/lib/table-text.ts";

const WIDTH = 96;

/** Prints talk as a person would read it in a terminal. */
export class Transcript {
  readonly #write: (line: string) => void;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  step(number: number, title: string): void {
    this.#write(`\n── ${number}. ${title} ${"─".repeat(Math.max(0, WIDTH - title.length - 7))}`);
  }

  person(name: string, text: string): void {
    this.#write(`\n  ${name}  ${text}`);
  }

  backlot(blocks: readonly Block[]): void {
    this.#write("");
    for (const block of blocks) for (const line of linesOf(block)) this.#write(`    ${line}`);
  }

  note(text: string): void {
    this.#write(`\n  (${text})`);
  }
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case "text":
      return wrap(block.text.replaceAll("**", "").replace(/(^|\s)_|_(?=\s|$)/g, "$1"));
    case "receipt":
      return block.lines.flatMap((line) => [
        `✓ ${line.action} ${line.kind} ${line.name}`,
        ...line.fields
          .filter((field) => field.name !== "name")
          .map((field) => `    ${field.name}: ${changedText(field.after)}`),
      ]);
    case "choices":
      return [
        ...(block.prompt ? [block.prompt] : []),
        block.choices
          .map((choice) => `[${choice.category === "recommended" ? "★ " : ""}${choice.label}]`)
          .join(" "),
      ];
    case "progress":
      return [`${bar(block.completed, block.total)} ${progressLine(block)}`, ...wrap(block.names.join(", "))];
    case "citation":
      return [`“${block.quote}”`];
    case "card":
      return [
        block.title,
        ...(block.subtitle ? [block.subtitle] : []),
        ...block.fields.map((field) => `  ${field.name}: ${field.value}`),
      ];
    case "list":
      return [...(block.title ? [block.title] : []), ...block.items.map((item) => `  • ${item}`)];
    case "proposal":
      return [block.title, ...block.lines.map((line) => `  ? ${proposedText(line)}`)];
    case "table":
      return [...(block.title ? [block.title] : []), ...tableText(block.columns, block.rows).split("\n")];
    case "file":
      return [block.name];
    case "image":
      return [block.alt];
    case "form":
      return [block.title, ...block.fields.map((field) => `  ${field.label}: ${field.value ?? ""}`)];
  }
}

function bar(done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.round((done / total) * 20);
  return `${"█".repeat(filled)}${"░".repeat(20 - filled)}`;
}

function wrap(text: string): string[] {
  return text
    .split("\n")
    .flatMap(
      (line) => line.match(new RegExp(`.{1,${WIDTH - 8}}(\\s|$)`, "g")) ?? (line === "" ? [""] : [line]),
    );
}
