import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text));

describe("what is told around remarks on the talk itself", () => {
  test.each([
    ["we talked it through and sarah is 44", ["character Sarah age=44"]],
    ["tom is 29, not 32, my mistake", ["character Tom age=29"]],
    ["Tom is now sixty-two; I have moved his birth to before the war.", ["character Tom age=62"]],
    ["after a long talk: sarah is 35", ["character Sarah age=35"]],
    ["as discussed karen is 60", ["character Karen Whitlock age=60"]],
    ["As you asked: Sarah and Tom are half-siblings.", ["Sarah sibling Tom"]],
    ["Karen, for your list, is Tom's first wife.", ["Karen Whitlock ex-spouse Tom"]],
    [
      "John is the nephew of Karen, not her son; I had muddled them.",
      ["John niece or nephew Karen Whitlock"],
    ],
    ["Tom's bottom line: he wants to die on his own land", ["character Tom want=to die on his own land"]],
  ] as const)("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    "John is sick, I think we need to reschedule",
    "Sarah is late, we wait",
    "Tom is 50, i think",
    "we talked and nobody said sarah is 44",
    "we never agreed that tom is a cop",
    "In this draft Sarah is a cop, which I hate",
    "Karen is leaving, I booked her a cab",
    "we agreed that Tom is a problem",
  ])("nothing of: %s", (text) => expect(read(text)).toEqual([]));
});
