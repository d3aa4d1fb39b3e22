import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("several at once", () => {
  test.each([
    [
      "The twins, Kit and Kat, are 8 and they speak in unison",
      ["character Kit! age=8", "character Kat! age=8", "Kit sibling Kat"],
    ],
    ["Luz and Marisol Ortega both 16", ["character Luz! age=16", "character Marisol Ortega! age=16"]],
    [
      "the sisters (Ada and Wilma) are 70",
      ["character Ada! age=70", "character Wilma! age=70", "Ada sibling Wilma"],
    ],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text, { film: false }))).toEqual(expected);
  });

  test.each(["our twins, Mia and Max, are 8 today!!", "the interns, Jo and Sam, are both 20 and very keen"])(
    "%s",
    (text) => {
      expect(inShort(readingOf(text, { film: false }))).toEqual([]);
    },
  );
});
