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

  test("loses no character, halves none, and holds the limit", () => {
    const words = fc.array(
      fc.string({ unit: "grapheme", maxLength: 60 }).filter((word) => !/[`~]/.test(word)),
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
