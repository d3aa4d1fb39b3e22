import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text, { film: false }));

describe("words that only soften how a story is told", () => {
  test.each([
    [
      "it's basically its two sisters, Mia and Lou",
      ["character Mia! gender=female", "character Lou! gender=female", "Mia sibling Lou"],
    ],
    [
      "so basically its two sisters, Mia and Lou",
      ["character Mia! gender=female", "character Lou! gender=female", "Mia sibling Lou"],
    ],
    ["it's pretty much about Zoe, a fishmonger", ["character Zoe! occupation=fishmonger"]],
    ["its like about a nurse called Dora", ["character Dora! occupation=nurse"]],
  ])("%s", (text, told) => expect(read(text)).toEqual(told));

  test.each([
    "Ada is basically a nun",
    "its two brothers, Joel and Ethan, who directed it",
    "maybe it's basically two sisters, Mia and Lou",
    "is it basically about two sisters, Mia and Lou?",
  ])("%s: nothing", (text) => expect(read(text)).toEqual([]));
});
