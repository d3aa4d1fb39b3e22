import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text, { film: false }));

describe("those whose title and deed, or whose work, say who they are", () => {
  test.each([
    [
      "Detective Inspector Moira Keane leads the case",
      ["character Detective Inspector Moira Keane! occupation=detective"],
    ],
    ["Tobias works nights at the morgue", ["character Tobias!"]],
    ["mr okafor owns the laundromat downstairs", ["character Mr Okafor! gender=male"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ["Professor Hill gave the class an extension"],
    ["Tobias works nights so he can't make the call"],
    ["Captain Obvious strikes again"],
    ["Uncle Sam is watching"],
    ["Jules carries the whole scene"],
  ])("says nothing: %s", (text) => {
    expect(readingOf(text, { film: false }).statements).toEqual([]);
  });
});
