import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("things and their weight", () => {
  test.each([
    ["the music box is the key to everything", ["prop music box! significance=the key to everything"]],
    [
      "Tom's lucky coin sits on the dash of every car",
      ["prop lucky coin! description=sits on the dash of every car owner=Tom"],
    ],
    [
      "the locket holds a photo of the wrong man",
      ["prop locket! description=holds a photo of the wrong man"],
    ],
    ["prop: two (2) broken violins, never played", ["prop broken violins! description=never played"]],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text))).toEqual(expected);
  });

  test.each([
    "Tom's head hangs in shame",
    "the camera is what we rent by the day",
    "the key is what I forgot at home",
  ])("%s", (text) => {
    expect(inShort(readingOf(text))).toEqual([]);
  });
});
