import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitText } from "../../../src/lib/split-text.ts";

const bare = (text: string) => text.replace(/\s/g, "");

describe("splitText", () => {
  test("leaves a short text as it is", () => {
    expect(splitText("One.\n\nTwo.", 100)).toEqual(["One.\n\nTwo."]);
  });

  test("cuts between paragraphs, then lines, then words", () => {
    expect(splitText("aaaa bbbb\n\ncccc", 12)).toEqual(["aaaa bbbb", "cccc"]);
    expect(splitText("aaaa\nbbbb\ncccc", 10)).toEqual(["aaaa\nbbbb", "cccc"]);
    expect(splitText("aaaa bbbb cccc", 10)).toEqual(["aaaa bbbb", "cccc"]);
    expect(splitText("aaaabbbbcc", 4)).toEqual(["aaaa", "bbbb", "cc"]);
  });

  test("keeps a code block whole, blank lines and all", () => {
    const block = "```ts\nconst a = 1;\n\nconst b = 2;\n```";
    expect(splitText(`Before it, a few words.\n\n${block}`, 50)).toEqual(["Before it, a few words.", block]);
  });

  test("closes and opens again a code block that is too long", () => {
    const parts = splitText(`\`\`\`js\n${"line();\n".repeat(20)}\`\`\``, 60);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect(part.startsWith("```js\n")).toBe(true);
      expect(part.endsWith("\n```")).toBe(true);
      expect(part.length).toBeLessThanOrEqual(60);
    }
    expect(parts.join("\n").match(/line\(\);/g)).toHaveLength(20);
  });

  test("keeps the items of a list whole, with the lines set in under them", () => {
    const list = "- one\n  more of one\n- two\n  more of two\n- three";
    expect(splitText(list, 30)).toEqual(["- one\n  more of one", "- two\n  more of two\n- three"]);
    expect(splitText(`Before it.\n\n${list}`, 50)).toEqual(["Before it.", list]);
  });

  test("keeps a link, code and bold words whole", () => {
    for (const whole of [
      "[the whole list](https://x.test)",
      "`a b c d e f g`",
      "**all of it bold**",
      "<https://x.test|a b c>",
    ])
      for (let before = 1; before < 40; before += 1)
        expect(
          splitText(`${"w ".repeat(before)}${whole} after`, 40).some((piece) => piece.includes(whole)),
        ).toBe(true);
  });

  test("quotes what is left of a quotation as well", () => {
    expect(splitText(`> ${"aaaa ".repeat(10).trim()}`, 22)).toEqual([
      "> aaaa aaaa aaaa aaaa",
      "> aaaa aaaa aaaa aaaa",
      "> aaaa aaaa",
    ]);
  });

  test("cuts no escaped sign in two", () => {
    const parts = splitText("&amp;&lt;&gt;".repeat(20), 16);
    expect(parts.join("")).toBe("&amp;&lt;&gt;".repeat(20));
    for (const part of parts) expect(part).toMatch(/^(?:&\w+;)+$/);
  });

  test("loses no character, halves none, and holds the limit", () => {
    const words = fc.array(
      fc.string({ unit: "grapheme", maxLength: 60 }).filter((word) => !/[`~]|^>/.test(word)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(" ", "\n", "\n\n"),
        fc.integer({ min: 2, max: 80 }),
        (list, joiner, limit) => {
          const text = list.join(joiner);
          const parts = splitText(text, limit);
          expect(bare(parts.join(""))).toBe(bare(text));
          for (const part of parts) {
            expect(part.length).toBeLessThanOrEqual(limit);
            expect(part.isWellFormed()).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
