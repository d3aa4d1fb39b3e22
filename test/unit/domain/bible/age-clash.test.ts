import { describe, expect, test } from "vitest";
import { clashingAge } from "../../../../src/domain/bible/age-clash.ts";
import { applyReading } from "../../../../src/domain/bible/apply-reading.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";
import { author, entry, says } from "./bible-maker.ts";

describe("an age and a range", () => {
  test.each([
    [28, "20s"],
    [28, "late 20s"],
    [31, "early 30s"],
    [44, "about 40"],
    [16, "teens"],
    [22, "20–25"],
    [50, "middle-aged"],
  ])("%d fits %s", (age, range) => {
    expect(clashingAge(entry("character", "Sarah", { age }), "age_range", range)).toBeUndefined();
    expect(clashingAge(entry("character", "Sarah", { age_range: range }), "age", age)).toBeUndefined();
  });

  test.each([
    [28, "40s"],
    [28, "early 20s"],
    [39, "mid 30s"],
    [28, "teens"],
    [50, "about 40"],
    [26, "20–25"],
  ])("%d does not fit %s", (age, range) => {
    const sarah = entry("character", "Sarah", { age });
    expect(clashingAge(sarah, "age_range", range)).toEqual({ field: "age", fact: sarah.facts.age });
    expect(clashingAge(entry("character", "S", { age_range: range }), "age", age)?.field).toBe("age_range");
  });

  test("is looked at for characters alone", () => {
    expect(clashingAge(entry("location", "Diner", { age: 28 }), "age_range", "40s")).toBeUndefined();
  });
});

const say = (statement: Statement) =>
  applyReading({
    ...author(),
    reading: { statements: [statement] },
    known: [entry("character", "Sarah", { age: 28 })],
    contradictions: "ask",
  });

test("a clash is asked about, and nothing is written", () => {
  const { changes, notes } = say(says("character", "Sarah", { age_range: "40s" }, false));
  expect(changes).toEqual([]);
  expect(notes).toMatchObject([
    { type: "conflict", field: "age_range", kept_field: "age", kept: 28, said: "40s" },
  ]);
});

test("a correction takes the place of the age that no longer holds", () => {
  const correction = {
    ...says("character", "Sarah", { age_range: "40s" }, false),
    corrects: true,
  } as Statement;
  const { changes } = say(correction);
  expect(changes[0]?.fields).toEqual({ age: { before: 28 }, age_range: { after: "40s" } });
});
