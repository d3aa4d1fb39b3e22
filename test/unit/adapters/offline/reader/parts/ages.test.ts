import { describe, expect, test } from "vitest";
import { ageAt, bareAge } from "../../../../../../src/adapters/offline/reader/parts/ages.ts";
import { splitSentences } from "../../../../../../src/adapters/offline/reader/text/sentences.ts";
import { tokenize } from "../../../../../../src/adapters/offline/reader/text/tokenize.ts";

function read(text: string, bare = false): string | undefined {
  const [s] = splitSentences(tokenize(text));
  const found = s === undefined ? undefined : (bare ? bareAge : ageAt)(s, 0);
  return found?.fields.map((field) => `${field.field}=${field.value}`).join(" ");
}

describe("ageAt", () => {
  test.each([
    ["28-year-old cop", "age=28"],
    ["28 years old", "age=28"],
    ["28 yo", "age=28"],
    ["32yo paramedic", "age=32"],
    ["aged 28", "age=28"],
    ["age: 28", "age=28"],
    ["twenty-eight-year-old", "age=28"],
    ["in her fifties", "age_range=50s gender=female"],
    ["in his early 30s", "age_range=early 30s gender=male"],
    ["mid-forties", "age_range=mid 40s"],
    ["about 60", "age_range=about 60"],
    ["40ish", "age_range=about 40"],
    ["thirty-something", "age_range=30s"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));

  test.each(["28", "28 pages", "in the thirties", "about 60 people", "200 years old"])("none in %s", (text) =>
    expect(read(text)).toBeUndefined(),
  );
});

describe("bareAge", () => {
  test.each([
    ["28", "age=28"],
    ["28, cop", "age=28"],
    ["twenty eight now", "age=28"],
    ["40s", "age_range=40s"],
    ["48 not 58", "age=48"],
    ["sixty odd", "age_range=about 60"],
    ["thirty or so", "age_range=about 30"],
    ["eight in 1938", "age=8"],
    ["ninety if she is a day", "age=90"],
    ["five when the story opens", "age=5"],
  ])("%s", (text, expected) => expect(read(text, true)).toBe(expected));

  test.each([
    "10 minutes late",
    "3 pages",
    "sixty odd pages",
    "2 in 50",
    "5 when cut",
    "5th",
    "0",
    "500",
    "100%",
  ])("none in %s", (text) => expect(read(text, true)).toBeUndefined());
});
