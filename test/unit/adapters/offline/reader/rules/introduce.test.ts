import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text, { film: false }));

describe("bringing someone in", () => {
  test.each([
    [
      "Create a character named Maya, a 28-year-old journalist investigating corruption",
      ["character Maya! age=28 motivation=investigating corruption occupation=journalist"],
    ],
    ["Create a character named John, age 30, detective", ["character John! age=30 occupation=detective"]],
    ["can you add a character called maya?", ["character Maya!"]],
    ["new character: Eve, 34, con artist", ["character Eve! age=34 occupation=con artist"]],
    ["lets have a villain named viktor", ["character Viktor! archetype=villain"]],
    ["There's a cop, Dan, who drinks too much", ["character Dan! flaw=drinks too much occupation=cop"]],
    [
      "our lead is Tom, a burnt-out teacher",
      ["character Tom! occupation=teacher role=lead traits=burnt-out"],
    ],
    ["The hero's name is Kofi", ["character Kofi! role=lead"]],
    [
      "Maya, a retired surgeon in her fifties",
      ["character Maya! age_range=50s gender=female occupation=retired surgeon"],
    ],
    ["John is a 30 year old detective", ["character John! age=30 occupation=detective"]],
    ["SARAH (28), a journalist", ["character Sarah! age=28 occupation=journalist"]],
    ["add a 44-year-old vet, Lorna", ["character Lorna! age=44 occupation=vet"]],
    ["Create Sarah. She is 28.", ["character Sarah! age=28 gender=female"]],
    ["create Otis. 63. Janitor.", ["character Otis! age=63 occupation=janitor"]],
    ["add a priest. His name is Father Anselm", ["character Father Anselm! gender=male occupation=priest"]],
    ['add "Dutch" Hendricks, a driver', ["character Dutch Hendricks! occupation=driver"]],
    ["Name: Lucas\nAge: 19\nFear: heights", ["character Lucas! age=19 fear=heights"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test("takes a draft back once the person gives the name", () => {
    expect(readingOf("Add a priest. His name is Anselm", { film: false }).requests).toEqual([]);
    expect(readingOf("Add a priest.", { film: false }).requests).toMatchObject([
      { type: "draft", kind: "character" },
    ]);
  });
});

describe("lists", () => {
  test.each([
    ["three characters: Ana, Bo and Cy", ["character Ana!", "character Bo!", "character Cy!"]],
    [
      "characters: Ana (30, nurse), Bo (cop)",
      ["character Ana! age=30 occupation=nurse", "character Bo! occupation=cop"],
    ],
    ["cast:\n1. Ana, 30\n2. Bo, cop", ["character Ana! age=30", "character Bo! occupation=cop"]],
    ["create lorna and bruno", ["character Lorna!", "character Bruno!"]],
    ["Add a couple, Hana and Piet", ["character Hana!", "character Piet!", "Hana partner Piet"]],
    ["locations: the harbour, Pier 9", ["location The Harbour!", "location Pier 9!"]],
    ["add a few props: a pocket watch and a torn photo", ["prop pocket watch!", "prop torn photo!"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});
