import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text, { film: false }));

describe("a part set down before its name", () => {
  test.each([
    [
      "Can we get a janitor in there? name: Stavros. sixty-ish",
      ["character Stavros! age_range=about 60 occupation=janitor"],
    ],
    [
      "The killer? The priest. His name is Lorcan. 61.",
      ["character Lorcan! age=61 gender=male occupation=priest"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ["The killer? No idea yet."],
    ["his name is on the poster"],
    ["does the bartender have lines?"],
  ])("says nothing: %s", (text) => {
    expect(readingOf(text, { film: false }).statements).toEqual([]);
  });
});
