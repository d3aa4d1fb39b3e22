import { expect, test } from "vitest";
import {
  adjectiveField,
  isLastingTrait,
} from "../../../../../../src/adapters/offline/reader/words/traits.ts";

test.each([
  ["stubborn", "traits"],
  ["bald", "appearance"],
  ["french", "ethnicity"],
  ["blind", "disability"],
  ["wealthy", "class"],
  ["retired", "part"],
  ["table", undefined],
])("%s", (word, field) => expect(adjectiveField(word)).toBe(field));

test("a passing mood is no trait of someone known", () => {
  expect([isLastingTrait("stubborn"), isLastingTrait("tired")]).toEqual([true, false]);
});
