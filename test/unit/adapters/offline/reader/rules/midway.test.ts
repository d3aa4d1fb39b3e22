import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text, { film: false }));

describe("those brought in inside a sentence about others", () => {
  test.each([
    [
      "He is helped by a retired cop, Walt Jeffers, who owes him a favour.",
      ["character Walt Jeffers! notes=owes him a favour occupation=retired cop"],
    ],
    [
      "At the centre is Dolores Quint, sixty-three, who cleans offices.",
      ["character Dolores Quint! age=63 notes=cleans offices"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ["never add a character named Bob"],
    ["a pilot called Ruben would be too cheesy"],
    ["He is helped by good lighting"],
    ["someone like Loretta, early 50s, chain smoker"],
  ])("says nothing: %s", (text) => {
    expect(readingOf(text, { film: false }).statements).toEqual([]);
  });
});
