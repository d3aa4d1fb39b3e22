import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("what two were and are to each other", () => {
  test.each([
    ["Sarah and John were neighbours as kids", ["Sarah neighbour John"]],
    ["Sarah and John were partners on the force", ["Sarah colleague John"]],
    ["Tom and Sarah share a father", ["Tom sibling Sarah"]],
    ["Sarah and John are getting divorced", ["Sarah ex-spouse John"]],
    ["Sarah and Tom broke up, theyre just friends now", ["Sarah partner Tom ends", "Sarah friend Tom"]],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text))).toEqual(expected);
  });

  test.each([
    "Sarah and John worked late on the pages",
    "Tom and Sarah had a meeting",
    "Sarah and John went to school board meetings",
  ])("%s", (text) => {
    expect(inShort(readingOf(text))).toEqual([]);
  });
});
