import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("what somebody is, then the name", () => {
  test.each([
    [
      "theres a hitman whos scared of birds. name = Salvatore Pinto",
      ["character Salvatore Pinto! fear=birds gender=male occupation=hitman"],
    ],
    [
      "so i finally named the pilot. Captain Sunniva Dahl. Norwegian, 39",
      ["character Captain Sunniva Dahl! age=39 ethnicity=Norwegian occupation=pilot"],
    ],
    [
      "a new stable boy arrives at the Hall: Jem, barely fifteen",
      ["character Jem! age=15 gender=male occupation=stable boy"],
    ],
    [
      "the villain's accountant will be Mr. Leopold Finch - no friends",
      ["character Mr. Leopold Finch! gender=male occupation=accountant"],
    ],
    [
      "the bartender with the glass eye has a name now! it's Quill",
      ["character Quill! appearance=the glass eye occupation=bartender"],
    ],
    ["the robots name is B-12 but everyone calls it Bea", ["character B-12!"]],
    ["the goat will be called Sir Reginald", ["character Sir Reginald! gender=male"]],
    ["my villain Doctor Sable removes memories for money", ["character Doctor Sable! archetype=villain"]],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text, { film: false }))).toEqual(expected);
  });

  test.each([
    "the killer in Seven is John Doe",
    "we finally have a composer! it's Annika",
    "our accountant will be Ms. Harriet Cole from now on",
    "what if the bartender is called Sal",
    "there is one girl in the crew, Aiko, she can drive",
    "the client will be Nike",
  ])("%s", (text) => {
    expect(inShort(readingOf(text, { film: false }))).toEqual([]);
  });
});
