import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("what those who are known do", () => {
  test.each([
    ["Tom drives barefoot", ["character Tom notes=drives barefoot"]],
    ["Tom cannot swim", ["character Tom notes=cannot swim"]],
    [
      "John has taught there since he was twenty",
      ["character John background=has taught there since he was twenty"],
    ],
    ["Sarah lost two fingers in the war", ["character Sarah background=lost two fingers in the war"]],
    ["Tom secretly writes poetry", ["character Tom secrets=writes poetry"]],
    ["Sarah goes blonde", ["character Sarah appearance=goes blonde"]],
    ["John believes nobody loves him", ["character John lie=nobody loves him"]],
    ["Tom turns 19 the day of the job", ["character Tom age=19"]],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text))).toEqual(expected);
  });

  test.each([
    "Sarah never went to college",
    "Tom plays better in the rehearsal",
    "Tom would never hurt a child",
    "John loses his keys",
    "Sarah believes Tom is lying",
    "Tom drives the plot in act two",
  ])("%s", (text) => {
    expect(inShort(readingOf(text))).toEqual([]);
  });
});
