import { describe, expect, test } from "vitest";
import { readOffline } from "../../../../../../src/adapters/offline/read.ts";
import type { KnownEntry } from "../../../../../../src/ports/model.ts";
import { FILM, inShort } from "../reading-of.ts";

const DOUBLES: readonly KnownEntry[] = [
  ...FILM,
  { entry_id: "jon", kind: "character", name: "Jon", aliases: [], gender: "male" },
  { entry_id: "joes", kind: "location", name: "Joe's Diner", aliases: [] },
];
const reading = (text: string) =>
  readOffline({ text, known: DOUBLES, focus: [], film: { title: "Untitled", documents: {} } });
const read = (text: string): string[] => inShort(reading(text));

describe("two that are one", () => {
  test.each([
    ["merge Jon and John", "merge Jon John"],
    ["merge Jon into John", "merge Jon John"],
    ["can you merge jon with john?", "merge Jon John"],
    ["combine Jon and John into Jon", "merge John Jon"],
    ["merge Jon and John, keep Jon", "merge John Jon"],
    ["merge the diner into Joe's Diner", "merge Diner Joe's Diner"],
    ["make Jon and John one character", "merge Jon John"],
    ["treat Jon and John as one", "merge Jon John"],
    ["Jon should be merged into John", "merge Jon John"],
    ["Jon and John are the same person", "merge Jon John"],
    ["Jon and John are really one and the same", "merge Jon John"],
    ["Jon and John are supposed to be the same character", "merge Jon John"],
    ["Jon is the same person as John", "merge Jon John"],
    ["Jon is a duplicate of John", "merge Jon John"],
    ["Jon should be John", "merge Jon John"],
    ["Jon is John, just a typo", "merge Jon John"],
    ["Jon is John", "merge Jon John"],
    ["merge Bob and John", "merge Bob John"],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));

  test("takes over the field that is to be kept", () => {
    expect(reading("merge jon and john but keep jon's age").statements).toMatchObject([
      { type: "merge", subject: { entry_id: "jon" }, into: { entry_id: "john" }, takes: ["age"] },
    ]);
    expect(reading("merge jon and john but keep john's age").statements[0]).not.toHaveProperty("takes");
  });

  test.each([
    "Tom is John",
    "Sarah is really Karen",
    "Bob is John",
    "Jon and John are the same age",
    "should we merge Jon and John?",
    "maybe Jon and John are the same person",
    "merge the branches",
    "combine the notes and send them",
    "merge scenes 3 and 4",
  ])("not: %s", (text) => expect(read(text)).toEqual([]));
});

describe("more than two, and reasons that come with an order", () => {
  test.each([
    ["merge Sarah with Tom and John", ["merge Tom Sarah", "merge John Sarah"]],
    ["merge Sarah, Tom and John", ["merge Sarah John", "merge Tom John"]],
    ["merge Sarah, Tom and John into Tom", ["merge Sarah Tom", "merge John Tom"]],
    ["Sarah, Tom and John are all the same person", ["merge Sarah John", "merge Tom John"]],
    ["delete Tom, he's the same as John", ["merge Tom John"]],
    ["Tom turns out to be John, so make them one character", ["merge Tom John"]],
    ["add Tom to John, they're the same guy", ["merge Tom John"]],
  ])("%s", (text, said) => expect(read(text)).toEqual(said));

  test.each(["Tom turns out to be John", "put Tom and John together", "Tom and John are the same age"])(
    "%s: none",
    (text) => expect(read(text).filter((one) => /^merge/.test(one))).toEqual([]),
  );
});
