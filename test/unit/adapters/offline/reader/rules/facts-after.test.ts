import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("what stands right beside a newcomer's name", () => {
  test.each([
    [
      "Rosa Feinmann, a milliner of twenty-four, marries Anton Skala, a railway clerk.",
      [
        "character Rosa Feinmann! age=24 occupation=milliner",
        "character Anton Skala! occupation=railway clerk",
      ],
    ],
    [
      "Beatrix Oyelowo, a cellist, falls for Stefan Brandt, a piano tuner.",
      ["character Beatrix Oyelowo! occupation=cellist", "character Stefan Brandt! occupation=piano tuner"],
    ],
  ] as const)("%s", (text, expected) => {
    const read = inShort(readingOf(text, { film: false }));
    for (const one of expected) expect(read).toContain(one);
  });

  test("an age after somebody else's name is that one's", () => {
    const read = inShort(readingOf("Rosa Feinmann, a milliner, hides Anton Skala, thirty.", { film: false }));
    expect(read.find((one) => one.startsWith("character Rosa"))).not.toContain("age");
  });
});
