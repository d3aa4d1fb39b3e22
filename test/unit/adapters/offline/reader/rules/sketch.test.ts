import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("a name and strokes", () => {
  test.each([
    [
      "Baron von Strick: monocle, limp, never blinks. he's our baddie",
      ["character Baron von Strick! appearance=monocle, limp archetype=villain gender=male"],
    ],
    [
      "Sister Bernadette, hates the bishop, smokes behind the chapel",
      ["character Sister Bernadette! gender=female"],
    ],
    ["Milo Dawson: skateboards everywhere, failing maths, sweet on Zara", ["character Milo Dawson!"]],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text, { film: false }))).toEqual(expected);
  });

  test.each([
    "Act Two: too slow, needs a fight, never lands",
    "Final Draft: crashes, loses pages, costs a fortune",
    "Lady Gaga, hates interviews, apparently",
    "Santa Barbara: nice light, expensive",
    "Emma Woodhouse, handsome, clever, and rich",
  ])("%s", (text) => {
    expect(inShort(readingOf(text, { film: false }))).toEqual([]);
  });
});
