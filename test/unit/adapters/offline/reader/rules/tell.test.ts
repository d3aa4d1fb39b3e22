import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text, { film: false }));

describe("somebody new, with their words typed without a comma, between slashes, or after what a film follows", () => {
  test.each([
    ["Gus who is a plumber moves in", "character Gus! occupation=plumber"],
    ["Mira whos 22 and a dancer", "character Mira! age=22 occupation=dancer"],
    ["Lou / 24 / barista", "character Lou! age=24 occupation=barista"],
    ["Marek will be our villain, a banker", "character Marek! archetype=villain occupation=banker"],
    ["film follows a plumber called Gus", "character Gus! occupation=plumber"],
  ])("%s", (text, told) => expect(read(text)).toEqual([told]));

  test.each([
    "Guess who's 40",
    "Odette will be the lead",
    "maybe Gus will be the villain",
    "Tom who is late again",
    "Priya who's the editor is off today",
    "Page 24 / 30",
    "shoot 3 / 4",
  ])("%s: nothing", (text) => expect(read(text)).toEqual([]));
});

describe("of people of the film", () => {
  test.each([
    ["Marcus is Sarah's lawyer, 50", ["character Marcus! age=50 occupation=lawyer"]],
    ["Karen is a farmer of 60", ["character Karen Whitlock age=60 occupation=farmer"]],
    [
      "both Tom and John are from Leeds",
      ["character Tom background=from Leeds", "character John background=from Leeds"],
    ],
    ["delete Tom and his sister", []],
    ["Dana is our lawyer", []],
  ])("%s", (text, told) => expect(inShort(readingOf(text))).toEqual(told));

  test("whose tie ends may be the last two of the talk before", () => {
    const read = (text: string) => inShort(readingOf(text, { focus: ["john", "sarah"] }));
    expect(read("they broke up")).toEqual([expect.stringMatching(/ends$/)]);
    expect(read("they are friends")).toEqual([]);
  });
});
