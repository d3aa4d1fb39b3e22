import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text));

describe("what one is no longer and another is", () => {
  test.each([
    [
      "Tom isn't the teacher anymore, Rosa is",
      ["character Tom -occupation=teacher", "character Rosa! occupation=teacher"],
    ],
    [
      "tom is no longer the teacher, sarah is now",
      ["character Tom -occupation=teacher", "character Sarah occupation=teacher"],
    ],
    [
      "John's not the villain, Odette is",
      ["character John -archetype=villain", "character Odette! archetype=villain"],
    ],
  ])("%s", (text, told) => expect(read(text)).toEqual(told));

  test.each([
    "maybe Tom isn't the teacher anymore, Rosa is",
    "is Tom the teacher or is Rosa?",
    "Paul isn't the producer anymore, Rita is",
    "Tom isn't the point, Rita is",
    "if Tom isn't the teacher anymore, Rosa is",
  ])("%s: nothing", (text) => expect(read(text)).toEqual([]));
});
