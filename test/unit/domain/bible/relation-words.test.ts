import { describe, expect, test } from "vitest";
import { relationshipLine } from "../../../../src/domain/bible/describe.ts";
import { entry } from "./bible-maker.ts";

const MARY = entry("character", "Mary", { gender: "female" });
const SARAH = entry("character", "Sarah", { gender: "female" });
const BOB = entry("character", "Bob", { gender: "male" });
const KIM = entry("character", "Kim", {});
const tie = (from: typeof MARY, to: typeof MARY, type: string, more = {}) =>
  entry(
    "relationship",
    `${from.name} – ${to.name}: ${type}`,
    { from: from.name, to: to.name, type, ...more },
    { links: { from: [from.id], to: [to.id] } },
  );
const people = [MARY, SARAH, BOB, KIM];

describe("a tie in words", () => {
  test.each([
    [tie(MARY, SARAH, "parent"), "Mary is Sarah’s mother"],
    [tie(BOB, SARAH, "aunt or uncle"), "Bob is Sarah’s uncle"],
    [tie(KIM, SARAH, "sibling"), "Kim is Sarah’s sibling"],
    [tie(MARY, SARAH, "employer", { secret: true }), "Mary is secretly Sarah’s employer"],
  ])("is what people say where they say it of a woman or a man", (one, words) => {
    expect(relationshipLine(one, { people })).toBe(words);
  });

  test.each([
    [tie(MARY, SARAH, "parent"), "Sarah is Mary’s daughter"],
    [tie(SARAH, MARY, "child"), "Sarah is Mary’s daughter"],
    [tie(MARY, BOB, "spouse"), "Bob is Mary’s husband"],
    [tie(MARY, BOB, "client"), "Mary is Bob’s client"],
  ])("is told from one end where there is a word for it", (one, words) => {
    expect(relationshipLine(one, { people, about: MARY })).toBe(words);
  });

  test("of nobody at hand is told by its type", () => {
    expect(relationshipLine(tie(MARY, SARAH, "parent"))).toBe("Mary is Sarah’s parent");
  });
});
