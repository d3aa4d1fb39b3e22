import { expect, it } from "vitest";
import { readTie, typeNear } from "../../../../src/features/bible/read-tie.ts";

it.each([
  ["Sarah sibling John", "Sarah", "sibling", "John"],
  ["Sarah Connor best friend John Doe", "Sarah Connor", "best friend", "John Doe"],
  ["Sarah is the mentor of John", "Sarah", "mentor", "John"],
  ["Sarah is an ALLY to John", "Sarah", "ally", "John"],
  ["Sarah is John's rival", "Sarah", "rival", "John"],
  ["Sarah is James’ aunt or uncle", "Sarah", "aunt or uncle", "James"],
  ["Sarah fiance John", "Sarah", "fiancé", "John"],
  ["Sarah ex-spouse John", "Sarah", "ex-spouse", "John"],
])("%s", (words, from, type, to) => {
  expect(readTie(words)).toEqual({ from, type, to });
});

it.each([
  "",
  "Sarah",
  "Sarah John",
  "sibling",
  "sibling John",
  "Sarah sibling",
  "is sibling of",
  "Sarah’s sibling",
])("%s says no tie", (words) => expect(readTie(words)).toBeUndefined());

it("finds the type that was mistyped", () => {
  expect(typeNear("Sarah sibbling John")).toBe("sibling");
  expect(typeNear("Sarah xyzzy John")).toBeUndefined();
});
