import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("words for somebody right before the name", () => {
  test.each([
    [
      "stagecoach driver. Bartholomew Keogh. 52",
      ["character Bartholomew Keogh! age=52 occupation=stagecoach driver"],
    ],
    [
      "the kid's babysitter is a drummer. Solange Petit. she's 19",
      ["character Solange Petit! age=19 gender=female occupation=drummer"],
    ],
    ["security guard at the mall = Tyrell. 24", ["character Tyrell! age=24 occupation=security guard"]],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text, { film: false }))).toEqual(expected);
  });

  test.each([
    "the caretaker hates him. Marlon Quist, 40, a baker",
    "my sister's a nurse. Lena Quist, 30, is a baker",
    "they never hired a nurse. Lena Quist, 30, is a baker",
    "is there a nurse? Lena Quist, 30, is a baker",
  ])("%s: told of somebody else", (text) => {
    expect(inShort(readingOf(text, { film: false })).join()).toMatch(/occupation=(?:a )?baker/);
  });
});
