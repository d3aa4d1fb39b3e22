import { describe, expect, it } from "vitest";
import { RELATIONSHIP_TYPES } from "../../../../src/domain/bible/kinds.ts";
import { inverseOf, relationshipName, relationshipNames } from "../../../../src/domain/bible/relations.ts";

describe("relations", () => {
  it.each(RELATIONSHIP_TYPES.filter((type) => type !== "client"))(
    "%s is the inverse of its inverse",
    (type) => {
      const inverse = inverseOf(type);
      expect(inverse && inverseOf(inverse)).toBe(type);
    },
  );

  it("turns directed relations round", () => {
    expect(inverseOf("parent")).toBe("child");
    expect(inverseOf("employee")).toBe("employer");
    expect(inverseOf("sibling")).toBe("sibling");
  });

  it("knows every name one relationship may have", () => {
    expect(relationshipName("Sarah", "John", "sibling")).toBe("Sarah – John: sibling");
    expect(relationshipNames("Ada", "Bo", "parent")).toEqual(["Ada – Bo: parent", "Bo – Ada: child"]);
    expect(relationshipNames("Ada", "Bo", "client")).toEqual(["Ada – Bo: client"]);
  });
});
