import { describe, expect, test } from "vitest";
import {
  aOrAn,
  capital,
  fill,
  listed,
  possessive,
  sentence,
  titleCase,
} from "../../../../../src/adapters/offline/writer/grammar.ts";

test.each([
  ["harbour pilot", "a harbour pilot"],
  ["architect", "an architect"],
  ["honest man", "an honest man"],
  ["heir", "an heir"],
  ["8-year-old", "an 8-year-old"],
  ["18-year-old", "an 18-year-old"],
  ["80-year-old", "an 80-year-old"],
  ["28-year-old", "a 28-year-old"],
  ["MP", "an MP"],
  ["X-ray", "an X-ray"],
  ["university teacher", "a university teacher"],
  ["union leader", "a union leader"],
  ["unhappy clown", "an unhappy clown"],
  ["uninvited guest", "an uninvited guest"],
  ["one-man band", "a one-man band"],
  ["European", "a European"],
  ["used-car dealer", "a used-car dealer"],
  ["usher", "an usher"],
  ["umbrella seller", "an umbrella seller"],
])("%s → %s", (phrase, withArticle) => {
  expect(aOrAn(phrase)).toBe(withArticle);
});

describe("fill", () => {
  test("lets pronouns and verbs follow the gender", () => {
    const template = "{He} fail{s} {himself}; {his} brother and {he} {has} left {him}, {he} do{es} not know.";
    expect(fill(template, "female")).toBe(
      "She fails herself; her brother and she has left her, she does not know.",
    );
    expect(fill(template, "male")).toContain("He fails himself; his");
    expect(fill(template, "non-binary")).toBe(
      "They fail themself; their brother and they have left them, they do not know.",
    );
  });

  test("puts words in, with articles and capitals", () => {
    expect(fill("{A job} and {a job}. {Place}.", "male", { job: "actor", place: "the pier" })).toBe(
      "An actor and an actor. The pier.",
    );
    expect(() => fill("{nothing}", "male")).toThrow("no word for {nothing}");
  });
});

test("small things", () => {
  expect(capital("über")).toBe("Über");
  expect(sentence(" it ends ")).toBe("It ends.");
  expect(sentence("“Does it?”")).toBe("“Does it?”");
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect([possessive("Sarah"), possessive("James")]).toEqual(["Sarah's", "James'"]);
  expect(titleCase("the end of a street")).toBe("The End of a Street");
});
