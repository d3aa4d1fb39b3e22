import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text, { film: false }));

describe("a thing by the part it has in the story", () => {
  test.each([["the murder weapon is an antique letter opener", ["prop antique letter opener!"]]])(
    "%s",
    (text, expected) => {
      expect(read(text)).toEqual(expected);
    },
  );

  test.each([
    ["the murder weapon is too obvious"],
    ["the key clue is a bit much"],
    ["the murder weapon is missing from the script"],
  ])("says nothing: %s", (text) => {
    expect(readingOf(text, { film: false }).statements).toEqual([]);
  });
});
