import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string) => inShort(readingOf(text));

describe("somebody no rule knows the words for", () => {
  test.each([
    ["landlady's Patsy Cullinane. early 60s. heard it all, tells nobody", "Patsy Cullinane"],
    [
      "old fella at the slipway mends nets all day. name of Wilf Garraway. blind since the 70s",
      "Wilf Garraway",
    ],
    [
      "Rosalind, orphaned at six and raised by nuns in Bruges, is thirty-three when she comes to the Hall.",
      "Rosalind",
    ],
    ["her sergeant is Femi Adebayo. he's 31, came over from the city in march", "Femi Adebayo"],
  ])("%s", (text, name) => {
    const said = read(text).filter((one) => one.startsWith("character"));
    expect(said.every((one) => one.startsWith(`character ${name}!`))).toBe(true);
    expect(said.length).toBeGreaterThan(0);
  });

  test("what leads to the name is told of its bearer, and so is the sentence after it", () => {
    const said = read("her sergeant is Femi Adebayo. he's 31, came over from the city in march").join("; ");
    expect(said).toContain("occupation=sergeant");
    expect(said).toContain("age=31");
  });
});

describe("names that are nobody's of the story", () => {
  test.each([
    ["there's Gus"],
    ["Monica says the van is fixed"],
    ["maybe her sergeant is Femi Adebayo, he's 31"],
    ["our caterer Femi Adebayo is 31 and always late with lunch on set"],
    ["in Heat the thief is Neil McCauley, he's 50"],
    ["is Femi Adebayo her sergeant?"],
    ["we could shoot it in Bruges or near Darjeeling in march"],
  ])("%s", (text) => expect(read(text)).toEqual([]));
});
