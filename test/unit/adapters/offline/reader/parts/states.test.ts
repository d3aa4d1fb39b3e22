import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("what those who are known lastingly are", () => {
  test.each([
    ["John is allergic to shellfish", ["character John notes=allergic to shellfish"]],
    ["Sarah was a boxer before the accident", ["character Sarah background=was a boxer before the accident"]],
    ["Tom can pick any lock in under a minute", ["character Tom strengths=pick any lock in under a minute"]],
    ["Sarah has outlived three husbands", ["character Sarah background=has outlived three husbands"]],
    ["John is left handed", ["character John traits=left handed"]],
    ["Tom is colour blind", ["character Tom disability=colour blind"]],
    ["Sarah is a lapsed Catholic", ["character Sarah traits=lapsed Catholic"]],
    ["Tom is Turkish German", ["character Tom ethnicity=Turkish German"]],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text))).toEqual(expected);
  });

  test.each(["Sarah is good in this scene", "Tom can wait", "John can die in act two", "Sarah is vegan"])(
    "%s",
    (text) => {
      expect(inShort(readingOf(text))).toEqual([]);
    },
  );
});
