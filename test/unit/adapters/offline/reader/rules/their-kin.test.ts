import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("kin of two", () => {
  test.each([
    [
      "Sarah is John's ex wife, Tom is their son",
      ["Sarah ex-spouse John", "Tom child John", "Tom child Sarah"],
    ],
    [
      "Sarah and John are married. Tom is their neighbour",
      ["Sarah spouse John", "Tom neighbour Sarah", "Tom neighbour John"],
    ],
    [
      "Sarah and John have money now. their daughter Ines is 9",
      ["character Ines! age=9 gender=female", "Ines child Sarah", "Ines child John"],
    ],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text))).toEqual(expected);
  });

  test.each(["Tom is their son", "their son Bo is at school today"])("%s", (text) => {
    expect(inShort(readingOf(text))).toEqual([]);
  });
});
