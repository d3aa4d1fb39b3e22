import { describe, expect, test } from "vitest";
import { inverseOf, relationNoun } from "../../../../../../src/adapters/offline/reader/words/relations.ts";
import { RELATIONSHIP_TYPES } from "../../../../../../src/domain/bible/kinds.ts";

describe("relationNoun", () => {
  test.each([
    ["sister", "sibling", "female", false],
    ["brothers", "sibling", "male", true],
    ["best friends", "best friend", undefined, true],
    ["wives", "spouse", "female", true],
    ["boss", "employer", undefined, false],
    ["fiancée", "fiancé", "female", false],
  ])("%s", (word, relation, gender, plural) =>
    expect(relationNoun(word)).toMatchObject({
      relation,
      plural,
      ...(gender === undefined ? {} : { gender }),
    }),
  );

  test.each(["table", "bosses of", ""])("is none: %s", (word) => expect(relationNoun(word)).toBeUndefined());
});

test("an inverse read back is the relation itself", () => {
  for (const relation of RELATIONSHIP_TYPES) {
    const inverse = inverseOf(relation);
    if (inverse !== undefined) expect(inverseOf(inverse)).toBe(relation);
  }
});
