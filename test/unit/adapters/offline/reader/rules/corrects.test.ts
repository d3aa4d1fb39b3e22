import { describe, expect, test } from "vitest";
import { inFull, readingOf } from "../reading-of.ts";

const read = (text: string, focus?: string): string[] =>
  inFull(readingOf(text, focus === undefined ? {} : { focus: [focus] }));

describe("what changes what is known", () => {
  test.each([
    ["make Sarah 31", ["character Sarah ~ age=31"]],
    ["change johns job to lawyer", ["character John ~ occupation=lawyer"]],
    ["set Sarah's age to 31", ["character Sarah ~ age=31"]],
    ["change Sarah from 28 to 31", ["character Sarah ~ age=31"]],
    ["turn Tom into a lawyer", ["character Tom ~ occupation=lawyer"]],
    ["I want Sarah to be a photographer", ["character Sarah ~ occupation=photographer"]],
    ["update Tom: he's 60, Russian", ["character Tom ~ age=60 ethnicity=Russian"]],
    ["Sarah should be 29", ["character Sarah ~ age=29"]],
    ["Sarah should be 29 (not 28)", ["character Sarah ~ age=29"]],
    ["Sarah needs to be a lawyer", ["character Sarah ~ occupation=lawyer"]],
    ["Sarah is actually 31", ["character Sarah ~ age=31"]],
    ["no, Sarah is 31", ["character Sarah ~ age=31"]],
    ["wait no, Sarah's job is photographer", ["character Sarah ~ occupation=photographer"]],
    ["Sarah is 31 now", ["character Sarah ~ age=31"]],
    ["Sarah is now a photographer", ["character Sarah ~ occupation=photographer"]],
    ["Sarah is a photographer instead", ["character Sarah ~ occupation=photographer"]],
    ["Sarah is 31, not 28", ["character Sarah ~ age=31"]],
    ["Sarah is 48 not 58", ["character Sarah ~ age=48"]],
    ["Sarah is not 28 but 31", ["character Sarah ~ age=31"]],
    ["Sarah is a nurse rather than a journalist", ["character Sarah ~ occupation=nurse"]],
    ["Sarah isn't a journalist, she's a lawyer", ["character Sarah ~ occupation=lawyer"]],
    ["Sarah's age: 31 (was 28)", ["character Sarah ~ age=31"]],
    ["Sarah becomes a lawyer", ["character Sarah ~ occupation=lawyer"]],
    ["Sarah is a lawyer from now on", ["character Sarah ~ occupation=lawyer"]],
    ["Sarah is 31 after all", ["character Sarah ~ age=31"]],
    ["bump Sarah to 31", ["character Sarah ~ age=31"]],
    ["age Sarah up to 31", ["character Sarah ~ age=31"]],
    ["promote Tom to captain", ["character Tom ~ occupation=captain"]],
    ["replace Sarah's job with lawyer", ["character Sarah ~ occupation=lawyer"]],
    ["I've changed Sarah's age to 31", ["character Sarah ~ age=31"]],
    ["Sarah's job has changed to lawyer", ["character Sarah ~ occupation=lawyer"]],
    ["Sarah is 31 rather than 28", ["character Sarah ~ age=31"]],
    ["change of mind: Sarah is 31", ["character Sarah ~ age=31"]],
    ["correction: Sarah is 31", ["character Sarah ~ age=31"]],
    ["small change: Tom is a lawyer", ["character Tom ~ occupation=lawyer"]],
    ["I was wrong, Sarah is 31", ["character Sarah ~ age=31"]],
    ["i changed my mind, make Tom a lawyer", ["character Tom ~ occupation=lawyer"]],
    ["I meant Sarah is 31", ["character Sarah ~ age=31"]],
    ["can you make Sarah 31?", ["character Sarah ~ age=31"]],
    ["change the diner's atmosphere to tense", ["location Diner ~ atmosphere=tense"]],
    ["change the owner of the silver lighter to Tom", ["prop silver lighter ~ owner=Tom"]],
    ["move the diner scene to morning", ["scene INT. DINER - NIGHT ~ time_of_day=MORNING"]],
    ["set scene 3 at night", ["scene scene 3 ~ time_of_day=NIGHT"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ["no, 31", ["character Sarah ~ age=31"]],
    ["actually 31", ["character Sarah ~ age=31"]],
    ["i meant 31", ["character Sarah ~ age=31"]],
    ["it should be 31", ["character Sarah ~ age=31"]],
    ["make it 31", ["character Sarah ~ age=31"]],
    ["it's 31, not 28", ["character Sarah ~ age=31"]],
    ["not 28, 31", ["character Sarah ~ age=31"]],
    ["31 not 28", ["character Sarah ~ age=31"]],
    ["no, a photographer", ["character Sarah ~ occupation=photographer"]],
    ["she's 31 now", ["character Sarah ~ age=31"]],
  ])("%s, of whom the talk is", (text, expected) => expect(read(text, "sarah")).toEqual(expected));
});

describe("what merely tells", () => {
  test.each([
    ["Sarah is 31", ["character Sarah age=31"]],
    ["Sarah is a photographer", ["character Sarah occupation=photographer"]],
    ["right now Sarah is 31", ["character Sarah age=31"]],
    ["give Sarah a scar", ["character Sarah appearance=a scar"]],
    ["the diner scene is at dawn", ["scene INT. DINER - NIGHT time_of_day=DAWN"]],
    ["no, create a character named Ana, 31", ["character Ana! age=31"]],
    [
      "Tom lives in Oslo. Tom is 40 now.",
      ["character Tom background=lives in Oslo", "character Tom ~ age=40"],
    ],
    ["make Tom 62 and give him a scar", ["character Tom ~ age=62", "character Tom appearance=a scar"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    "no, 3",
    "no, 10 pages",
    "I meant 3pm",
    "actually 20 minutes",
    "make it shorter",
    "make it 10 pages",
    "no, tomorrow",
    "it's 31",
    "Sarah should be braver",
    "Sarah should be in the diner scene",
    "Sarah should call me",
    "maybe she should be 31?",
    "Sarah should probably be a lawyer instead",
    "move the meeting to morning",
    "the diner scene is great",
  ])("not: %s", (text) => expect(read(text, "sarah")).toEqual([]));
});
