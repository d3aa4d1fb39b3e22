import { expect, test } from "vitest";
import { withReadableTables } from "../../../src/chat/markdown-tables.ts";

const fits = (markdown: string) => markdown.length <= 1_000;
const draw = (markdown: string) => withReadableTables(markdown, fits);

test("a table with bars in a text is drawn in columns, and what stands around it stays", () => {
  expect(draw("Here it is:\n| Who | Age |\n|:--|--:|\n| **Sarah** | 28 |\n| John | 30 |\nThat is all.")).toBe(
    "Here it is:\n\n```\nWho    Age\n─────  ───\nSarah  28\nJohn   30\n```\n\nThat is all.",
  );
});

test("bars on the outside may be missing, and an escaped bar is a letter", () => {
  expect(draw("a | b\n--- | ---\n1 \\| 2 | 3")).toBe("```\na      b\n─────  ─\n1 | 2  3\n```");
});

test("a row with more cells than heads loses none", () => {
  expect(draw("| a | b |\n|---|---|\n| 1 | 2 | 3 |")).toContain("1  2 | 3");
});

test.each([
  "no table: a | b",
  "```\n| a | b |\n|---|---|\n```",
  "| a | b |\nno rule",
  "a\n---\nb",
  "| a | b |\n|---|\n| 1 | 2 |",
])("%j stays as it is", (text) => {
  expect(draw(text)).toBe(text);
});
