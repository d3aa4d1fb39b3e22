import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string) => inShort(readingOf(text));

describe("what no rule reads of a known character is kept in its own words", () => {
  test.each([
    ["tom never laughs", "character Tom notes=never laughs"],
    ["john plays the violin badly", "character John notes=plays the violin badly"],
    [
      "Sarah speaks Hungarian, German and a Yiddish that she pretends not to understand.",
      "character Sarah notes=speaks Hungarian, German and a Yiddish that she pretends not to understand",
    ],
  ])("%s", (text, statement) => expect(read(text)).toEqual([statement]));

  test.each([
    ["tom never answers his phone on set"],
    ["john called about the van, he wants it back by friday"],
    ["Sarah can't do thursday"],
    ["maybe tom never laughs"],
    ["does tom ever laugh?"],
    ["Sarah's scene needs more light"],
    ["tom read the draft and loved it"],
  ])("nothing: %s", (text) => expect(read(text)).toEqual([]));
});
