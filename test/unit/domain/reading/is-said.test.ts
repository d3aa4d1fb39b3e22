import { expect, test } from "vitest";
import type { FactValue } from "../../../../src/domain/bible/fact.ts";
import { isSaid } from "../../../../src/domain/reading/is-said.ts";

test.each<[string, string, FactValue, boolean]>([
  ["28-year-old", "age", 28, true],
  ["twenty-eight", "age", 28, true],
  ["29", "age", 28, false],
  ["old", "age", 28, false],
  ["…", "age", 28, false],
  ["…", "fear", "deep water", false],
  ["investigating corruption", "motivation", "investigate corruption", true],
  ["a journalist", "occupation", "journalist", true],
  ["a journalist", "occupation", "detective", false],
  ["the café by the sea", "description", "a cafe by the sea", true],
  ["brave and kind", "traits", ["brave", "kind"], true],
  ["brave", "traits", ["brave", "kind"], false],
  ["in secret", "secret", true, true],
  ["she", "gender", "female", true],
  ["Dr. No", "aliases", "No", true],
  ["Dr. Who", "aliases", "No", false],
])("“%s” as %s: %j → %s", (words, field, value, said) => {
  expect(isSaid(words, field, value)).toBe(said);
});
