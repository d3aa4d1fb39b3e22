import { describe, expect, test } from "vitest";
import type { ProposedItem } from "../../../../src/domain/points/point.ts";
import { readItems } from "../../../../src/domain/points/read-items.ts";
import { nameKey } from "../../../../src/lib/name-keys.ts";

const NOWHERE = { start: 0, end: 0 };
const item = (
  id: string,
  name: string,
  field?: string,
  state: ProposedItem["state"] = "open",
): ProposedItem => ({
  id,
  state,
  line: {
    action: field === undefined ? "created" : "updated",
    kind: "character",
    name,
    ...(field ? { field } : {}),
  },
  statement: {
    type: "entry",
    kind: "character",
    subject: { name, ...NOWHERE },
    explicit: true,
    fields: [],
    span: NOWHERE,
  },
});

const ITEMS = [
  item("1", "Tom"),
  item("2", "Tom", "age"),
  item("3", "Tom", "age_range"),
  item("4", "Ana"),
  item("5", "Ana", "age"),
  item("6", "Ana", "want", "declined"),
];
const read = (text: string) =>
  readItems(nameKey(text), { type: "proposal", reason: "saving", title: "", items: ITEMS });
const accepts = (items: string) => ({ type: "items", verb: "accept", items });
const declines = (items: string) => ({ type: "items", verb: "decline", items });

describe("the parts that are taken", () => {
  test.each([
    ["accept 1 and 3", "1,3"],
    ["accept the age", "2,5"],
    ["take Tom's age", "2"],
    ["accept the age range", "3"],
    ["accept Ana", "4,5"],
    ["keep Tom’s age and age range", "2,3"],
    ["all but the age", "1,3,4"],
    ["accept everything except 2", "1,3,4,5"],
    ["yes all except Ana", "1,2,3"],
    ["accept the rest", "all"],
    ["accept all 5", "all"],
  ])("%s", (text, items) => expect(read(text)).toEqual(accepts(items)));
});

describe("the parts that are left out", () => {
  test.each([
    ["not 2", "2"],
    ["decline the age", "2,5"],
    ["leave out Tom's age range", "3"],
    ["no Ana", "4,5"],
    ["decline the rest", "all"],
    ["decline all but Tom", "4,5"],
  ])("%s", (text, items) => expect(read(text)).toEqual(declines(items)));
});

test.each([
  "accept the shoe size",
  "accept the want",
  "add Mia",
  "not now",
  "Ana is 20",
  "all but the dog",
  "write a scene for Tom",
  "add Tom to the diner scene",
  "no age limit for the cast",
])("“%s” is about nothing of it", (text) => expect(read(text)).toBeUndefined());
