import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string, focus: readonly string[] = []) => inShort(readingOf(text, { focus }));

describe("somebody known, and facts without a verb", () => {
  test.each([
    ["Tom now 52", "character Tom age=52"],
    ["tom 29 hacker", "character Tom age=29 occupation=hacker"],
    ["Update on Tom – 48, columnist", "character Tom age=48 occupation=columnist"],
    ["put Sarah down as 31", "character Sarah age=31"],
  ])("%s", (text, statement) => expect(read(text)).toEqual([statement]));

  test.each([["tom 3 scenes, sarah 5"], ["Tom now at the diner"], ["put Tom at 5"], ["John as a priest..."]])(
    "nothing: %s",
    (text) => expect(read(text)).toEqual([]),
  );
});

describe("what somebody is about", () => {
  test.each([
    ["What's at stake for Sarah is custody of her son", "character Sarah stakes=custody of her son"],
    ["what drives Tom is pure greed", "character Tom motivation=pure greed"],
    ["what John really wants is forgiveness", "character John want=forgiveness"],
  ])("%s", (text, statement) => expect(read(text)).toEqual([statement]));
});

test("a new clause about one who is known needs no mark", () =>
  expect(read("viktor owes tom money he's 43", ["john"])).toContain("character Tom age=43"));
