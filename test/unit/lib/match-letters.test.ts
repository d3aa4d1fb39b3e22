import { expect, test } from "vitest";
import { matchLetters } from "../../../src/lib/match-letters.ts";

const match = (letters: string, ...items: string[]) => matchLetters(letters, items, (item) => item);

test("what begins with the letters comes before words that do, and both before what holds them", () => {
  expect(match("ni", "Anise", "The Night", "Night Shift", "Nil", "Dawn")).toEqual([
    "Night Shift",
    "Nil",
    "The Night",
    "Anise",
  ]);
});

test("case, accents and signs do not count", () => {
  expect(match("ZOË’S", "Zoes boat", "Zoo")).toEqual(["Zoes boat"]);
  expect(match("int. din", "INT. DINER - NIGHT")).toEqual(["INT. DINER - NIGHT"]);
});

test("no letters mean all, and what is nowhere means none", () => {
  expect(match(" -", "b", "a")).toEqual(["b", "a"]);
  expect(match("x", "b", "a")).toEqual([]);
});
