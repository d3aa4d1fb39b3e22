import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Inline,
  type MarkdownBlock,
  parseInline,
  parseMarkdown,
} from "../../../../../../src/adapters/web/page/text/markdown.ts";

describe("parseInline", () => {
  it("reads emphasis, also nested", () => {
    expect(parseInline("a **b _c_** d")).toEqual([
      { type: "text", text: "a " },
      {
        type: "strong",
        children: [
          { type: "text", text: "b " },
          { type: "em", children: [{ type: "text", text: "c" }] },
        ],
      },
      { type: "text", text: " d" },
    ]);
  });

  it("leaves underscores and stars inside words alone", () => {
    expect(parseInline("OPENAI_API_KEY and 2*3*4")).toEqual([
      { type: "text", text: "OPENAI_API_KEY and 2*3*4" },
    ]);
    expect(parseInline("_set OPENAI_API_KEY now_")).toEqual([
      { type: "em", children: [{ type: "text", text: "set OPENAI_API_KEY now" }] },
    ]);
  });

  it("reads nothing inside code", () => {
    expect(parseInline("`**a**`")).toEqual([{ type: "code", text: "**a**" }]);
  });

  it.each([
    "[x](javascript:alert(1))",
    "[x](data:text/html,a)",
    "javascript:alert(1)",
    "<img src=x onerror=alert(1)>",
  ])("makes no link and no element of %s", (source) => {
    expect(parseInline(source)).toEqual([{ type: "text", text: source }]);
  });

  it("leaves the sentence's punctuation out of an address", () => {
    expect(parseInline("see https://a.example/b.")).toEqual([
      { type: "text", text: "see " },
      { type: "link", url: "https://a.example/b", text: "https://a.example/b" },
      { type: "text", text: "." },
    ]);
  });

  it("keeps unclosed marks as text", () => {
    expect(parseInline("**a and *b")).toEqual([{ type: "text", text: "**a and *b" }]);
  });
});

describe("parseMarkdown", () => {
  it("reads blocks in order", () => {
    const types = parseMarkdown("# H\ntext\n> q\n\n- a\n- b\n3. c\n```\ncode\n```").map(({ type }) => type);
    expect(types).toEqual(["heading", "paragraph", "quote", "list", "list", "code"]);
  });

  it("keeps a numbered list's first number", () => {
    expect(parseMarkdown("3. c\n4. d")[0]).toMatchObject({ type: "list", ordered: true, start: 3 });
  });

  it("does not take a line that begins with an int heading for a list", () => {
    expect(parseMarkdown("INT. DINER - NIGHT")[0]).toMatchObject({ type: "paragraph" });
  });

  it("loses no letter of any text but the name of a fence's language", () => {
    const line = fc.stringMatching(/^[a-z*_`> -]{0,12}$/);
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const kept = lines.filter((each) => !/^\s*```[\w-]*\s*$/.test(each)).join("");
        const read = textOf(parseMarkdown(lines.join("\n")));
        expect(read.replace(/[^a-z]/g, "")).toBe(kept.replace(/[^a-z]/g, ""));
      }),
    );
  });

  it("reads a hostile line in time linear enough", () => {
    const started = performance.now();
    parseMarkdown("**a ".repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

function textOf(blocks: readonly MarkdownBlock[]): string {
  return blocks
    .map((block) => {
      if (block.type === "code") return block.text;
      if (block.type === "heading") return inlineText(block.content);
      return (block.type === "list" ? block.items : block.lines).map(inlineText).join("\n");
    })
    .join("\n");
}

const inlineText = (parts: readonly Inline[]): string =>
  parts.map((part) => ("children" in part ? inlineText(part.children) : part.text)).join("");
