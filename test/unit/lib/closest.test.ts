import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closest, editDistance } from "../../../src/lib/closest.ts";

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["", "abc", 3],
    ["abc", "", 3],
    ["sarah", "sara", 1],
    ["sarah", "srah", 1],
    ["sarah", "zarah", 1],
    ["sarah", "asrah", 1],
    ["john", "jonh", 1],
    ["john", "jack", 3],
  ])("%s → %s takes %i edits", (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits);
  });

  it("is the same both ways, and zero only for the same word", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
      }),
    );
  });
});

describe("closest", () => {
  it("finds the nearest whatever its case", () => {
    expect(closest("sara", ["John", "Sarah", "Zara"])).toBe("Sarah");
  });
  it("finds nothing when all are far", () => {
    expect(closest("Bob", ["Sarah", "Al"])).toBeUndefined();
  });
  it("takes the first of equals", () => {
    expect(closest("ann", ["anne", "anna"])).toBe("anne");
  });
});
