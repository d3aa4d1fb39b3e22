import { expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] =>
  inShort(readingOf(text, { film: false })).filter((one) => one.startsWith("character "));

test("a fact is told of the one named right before it", () => {
  const [ferenc, zsuzsa] = read("Old Ferenc, 90, lives with his granddaughter Zsuzsa, 22, a nurse");
  expect(ferenc).toContain("age=90");
  expect(ferenc).not.toContain("nurse");
  expect(zsuzsa).toContain("age=22");
  expect(zsuzsa).toContain("occupation=nurse");
});

test("those named in one breath share it", () =>
  expect(
    read("new characters: Kofi and Ben. Kofi and Ben are 25")
      .join(" ")
      .match(/age=25/g),
  ).toHaveLength(2));
