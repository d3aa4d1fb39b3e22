import { describe, expect, it } from "vitest";
import { changedCells } from "../../../../../../src/adapters/web/page/blocks/changed-cells.ts";

describe("changedCells", () => {
  it("marks what differs from the version before, but not since when", () => {
    const columns = ["Field", "v1", "v3", "v4 (now)"];
    const rows = [
      ["Age", "28", "31", "31"],
      ["Occupation", "–", "–", "judge"],
      ["Since", "Ada, 3 days ago", "Ben, 2 days ago", "Ada, today"],
    ];
    expect(changedCells(columns, rows)).toEqual([
      [false, false, true, false],
      [false, false, false, true],
      [false, false, false, false],
    ]);
  });

  it("finds the version before on either side", () => {
    expect(changedCells(["Field", "v4 (now)", "v3", "v2"], [["Age", "31", "31", "28"]])).toEqual([
      [false, false, true, false],
    ]);
  });

  it("marks nothing in other tables", () => {
    expect(changedCells(["Field", "Vera", "John", "Becomes"], [["Age", "1", "2", "2"]])).toEqual([
      [false, false, false, false],
    ]);
  });
});
