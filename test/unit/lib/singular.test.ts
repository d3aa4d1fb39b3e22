import { expect, test } from "vitest";
import { singular } from "../../../src/lib/singular.ts";

test.each([
  ["harbour pilots", "harbour pilot"],
  ["Waitresses", "waitress"],
  ["policewomen", "policewoman"],
  ["men", "man"],
  ["spies", "spy"],
  ["thieves", "thief"],
  ["watches", "watch"],
  ["boss", "boss"],
  ["detective", "detective"],
  ["nurses", "nurse"],
  ["chorus", "chorus"],
])("%s → %s", (plural, one) => {
  expect(singular(plural)).toBe(one);
});
