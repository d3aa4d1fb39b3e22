import { describe, expect, it } from "vitest";
import { checkField, fieldShape, joinLists, saysTheSame } from "../../../../src/domain/bible/field-check.ts";

describe("checkField", () => {
  it.each([
    ["character", "age", 28, 28],
    ["character", "age", " 28 ", 28],
    ["character", "role", "Lead", "lead"],
    ["character", "traits", "brave, kind; calm", ["brave", "kind", "calm"]],
    ["character", "traits", ["brave"], ["brave"]],
    ["character", "occupation", "  journalist ", "journalist"],
    ["character", "age_range", 30, "30"],
    ["character", "want", ["truth", "peace"], "truth, peace"],
    ["relationship", "secret", "Yes", true],
    ["relationship", "secret", "no", false],
    ["relationship", "secret", true, true],
    ["prop", "quantity", "3", 3],
  ] as const)("%s.%s takes %j as %j", (kind, field, raw, value) => {
    expect(checkField(kind, field, raw)).toEqual({ ok: true, value });
  });

  it.each([
    [
      "character",
      "age",
      "old",
      "“old” does not fit the field age of a character",
      "It takes a whole number from 0 to 200.",
    ],
    ["character", "age", 300, "“300” does not fit", "It takes a whole number from 0 to 200."],
    ["character", "age", 28.5, "“28.5” does not fit", "whole number"],
    ["character", "role", "boss", "“boss” does not fit", "It takes lead, support, day player or extra."],
    ["character", "occupation", "  ", "Empty text does not fit", "It takes text."],
    [
      "character",
      "name",
      "x".repeat(121),
      `“${"x".repeat(59)}…” does not fit`,
      "It takes text, at most 120 characters.",
    ],
    ["character", "traits", 3, "“3” does not fit", "It takes short texts with commas between."],
    ["relationship", "secret", "perhaps", "“perhaps” does not fit", "It takes yes or no."],
    ["prop", "quantity", 0, "“0” does not fit", "It takes a whole number above 0."],
    ["character", "name", "…!", "“…!” does not fit", "It takes text with a letter or a number in it."],
    ["character", "ocupation", "spy", "A character has no field ocupation", "Did you mean occupation?"],
    [
      "location",
      "xyzzy",
      "spy",
      "A location has no field xyzzy",
      "Its fields are name, aliases, description",
    ],
    ["character", "constructor", "spy", "A character has no field constructor", "Its fields are"],
  ] as const)("%s.%s refuses %j", (kind, field, raw, reason, hint) => {
    const check = checkField(kind, field, raw);
    expect(check).toMatchObject({
      ok: false,
      reason: expect.stringContaining(reason),
      hint: expect.stringContaining(hint),
    });
  });
});

it("tells the limit of a list that is too long", () => {
  const check = checkField(
    "character",
    "traits",
    Array.from({ length: 61 }, (_, index) => `trait ${index}`),
  );
  expect(check).toMatchObject({
    ok: false,
    hint: "It takes short texts with commas between, at most 60 entries.",
  });
});

describe("fieldShape", () => {
  it.each([
    ["character", "age", { type: "number", min: 0, max: 200 }],
    ["character", "traits", { type: "list" }],
    ["character", "occupation", { type: "line", max: 400 }],
    ["character", "want", { type: "paragraph", max: 4000 }],
    ["relationship", "secret", { type: "boolean" }],
    ["scene", "int_ext", { type: "select", options: ["INT", "EXT", "INT/EXT", "EXT/INT"] }],
    ["scene", "nothing", undefined],
  ] as const)("%s.%s", (kind, field, shape) => {
    expect(fieldShape(kind, field)).toEqual(shape);
  });
});

describe("values", () => {
  it("are the same whatever their case and order", () => {
    expect(saysTheSame("Journalist", "journalist")).toBe(true);
    expect(saysTheSame(["Kind", "brave"], ["brave", "kind"])).toBe(true);
    expect(saysTheSame(["kind"], ["kind", "brave"])).toBe(false);
    expect(saysTheSame(28, 28)).toBe(true);
    expect(saysTheSame(28, "28")).toBe(false);
  });
  it("join without doubling", () => {
    expect(joinLists(["Kind"], ["kind", "brave", "Brave"])).toEqual(["Kind", "brave"]);
  });
});
