import { describe, expect, test } from "vitest";
import type { BuiltInKind } from "../../../../src/domain/bible/kinds.ts";
import { EMPTY_SCHEMA } from "../../../../src/domain/bible/project-schema.ts";
import { readItemRows } from "../../../../src/domain/import/item-rows.ts";
import type { ImportTable } from "../../../../src/domain/import/table.ts";

const tableOf = (columns: string[], ...rows: string[][]): ImportTable => ({
  columns,
  rows: rows.map((cells, index) => ({
    line: index + 2,
    start: 0,
    end: 0,
    cells: cells.map((text) => ({ text, start: 0, end: 0 })),
  })),
  said: "",
  more: 0,
});
const read = (kind: BuiltInKind, columns: string[], ...rows: string[][]) =>
  readItemRows(tableOf(columns, ...rows), kind, EMPTY_SCHEMA);

describe("rows that tell what to make", () => {
  test("fix what their cells say and leave the rest open; a name is no must", () => {
    const rows = read(
      "character",
      ["brief", "Role", "Age", "Name"],
      ["a nervous journalist", "lead", "28", "Sarah"],
      ["her editor", "support", "", ""],
    );
    expect(rows).toEqual({
      good: [
        { row: 1, fields: { role: "lead", age: 28, name: "Sarah" }, brief: "a nervous journalist" },
        { row: 2, fields: { role: "support" }, brief: "her editor" },
      ],
      bad: [],
      more: 0,
    });
  });

  test("tell of an item by columns without a field too", () => {
    expect(read("character", ["Name", "Mood board"], ["Sarah", "blue"])?.good).toEqual([
      { row: 1, fields: { name: "Sarah" }, brief: "Mood board: blue" },
    ]);
  });

  test("of scenes are called by their heading", () => {
    const rows = read("scene", ["Heading", "brief"], ["INT. DINER - NIGHT", "they meet"]);
    expect(rows?.good[0]).toMatchObject({
      fields: { name: "INT. DINER - NIGHT", int_ext: "INT", time_of_day: "NIGHT" },
      brief: "they meet",
    });
  });

  test("that cannot be are told by row and cell, and blank ones are passed over", () => {
    const rows = read(
      "character",
      ["Name", "Age", "Role"],
      ["Sarah", "abc", "lead"],
      ["", "", ""],
      ["sarah", "28", "boss of it all"],
      ["!!!", "30", "lead"],
      ["Bo", "30", "lead", "more", "yet more"],
      ["Cy", "31", "extra"],
    );
    expect(rows?.good).toEqual([{ row: 5, fields: { name: "Cy", age: 31, role: "extra" } }]);
    expect(rows?.bad.map(({ row, cell, said }) => [row, cell, said])).toEqual([
      [1, "Age", "abc"],
      [2, "Role", "boss of it all"],
      [2, "name", "sarah"],
      [3, "name", "!!!"],
      [4, undefined, undefined],
    ]);
  });

  test("without a column that means anything are none", () => {
    expect(read("character", ["foo", "bar"], ["1", "2"])).toBeUndefined();
  });
});
