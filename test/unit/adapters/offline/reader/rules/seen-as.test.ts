import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text, { film: false }));

describe("a part of the story seen as somebody", () => {
  test.each([
    [
      "I see the hero as a washed-up boxer, Lazlo Finn",
      "character Lazlo Finn! occupation=boxer role=lead traits=washed-up",
    ],
    ["we picture the lead as a nurse named Tove", "character Tove! occupation=nurse role=lead"],
    [
      "i have the villain as a banker, Hale, 60",
      "character Hale! age=60 archetype=villain occupation=banker",
    ],
  ])("%s", (text, told) => expect(read(text)).toEqual([told]));

  test.each([
    "I see the hero as a Tom Hardy type",
    "I see the villain as a banker, Paul",
    "I see the director as a friend called Paul",
    "maybe I see the hero as a boxer named Lazlo",
    "do you see the hero as a boxer named Lazlo?",
  ])("%s: nothing", (text) => expect(read(text)).toEqual([]));
});

describe("the next of several, and names that begin with what people call them", () => {
  test.each([
    ["then there's Gus.", "character Gus!"],
    ["Old man Hask lives at the end of the road", "character Old man Hask!"],
    ["Doña Carmen owns the building", "character Doña Carmen! gender=female"],
    ["Doc Hanley is 60", "character Doc Hanley! age=60"],
  ])("%s", (text, told) => expect(read(text)).toEqual([told]));

  test.each(["then there's Monday", "there's Gus", "then there's Netflix", "Old man winter runs the north"])(
    "%s: nothing",
    (text) => expect(read(text)).toEqual([]),
  );
});
