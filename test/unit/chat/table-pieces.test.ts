import fc from "fast-check";
import { expect, test } from "vitest";
import type { TableBlock } from "../../../src/chat/reply.ts";
import { tablePieces } from "../../../src/chat/table-pieces.ts";

const LIMIT = 1_200;
const fits = (markdown: string) => markdown.length <= LIMIT;
const table: TableBlock = {
  type: "table",
  title: "What I read",
  columns: ["Field", "Jon", "John", "Becomes"],
  rows: [["age", "28", "31", "28"]],
  note: "and 180 more",
};

test("a short table is one code block with its title above and its note below", () => {
  expect(tablePieces(table, fits)).toEqual([
    "**What I read**\n```\nField  Jon  John  Becomes\n─────  ───  ────  ───────\nage    28   31    28\n```\nand 180 more",
  ]);
});

test("a long table repeats its heads, and says its title and note once", () => {
  const rows = Array.from({ length: 120 }, (_, index) => [`field ${index}`, "a", "b", "a"]);
  const pieces = tablePieces({ ...table, rows }, fits);
  expect(pieces.length).toBeGreaterThan(2);
  for (const piece of pieces) {
    expect(piece).toContain("Field      Jon  John  Becomes\n");
    expect(piece.length).toBeLessThanOrEqual(LIMIT);
  }
  expect(pieces.filter((piece) => piece.includes("What I read"))).toEqual([pieces[0]]);
  expect(pieces.filter((piece) => piece.includes("and 180 more"))).toEqual([pieces.at(-1)]);
});

test("a wide table is a list, an item a row, with its longest rows over several lines", () => {
  const wide: TableBlock = {
    type: "table",
    columns: ["Name", "What she does", "Why"],
    rows: [
      ["Sarah", "asks around at the diner until somebody talks", ""],
      ["John", "x".repeat(90), "y".repeat(90)],
    ],
  };
  expect(tablePieces(wide, fits)).toEqual([
    [
      "- **Sarah** · What she does: asks around at the diner until somebody talks",
      `- **John**\n  - What she does: ${"x".repeat(90)}\n  - Why: ${"y".repeat(90)}`,
    ].join("\n"),
  ]);
});

test("no row and no cell is cut, lost or told twice, and no cell ends a code block", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom("```", "a\nb", "“Sarah”", "x".repeat(80), "語".repeat(20), "👩‍🚀 up"),
  );
  const tables = fc
    .integer({ min: 1, max: 12 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 60 }));
  const bare = (text: string) => text.replaceAll("`", "’").replace(/\s+/g, " ").trim();
  fc.assert(
    fc.property(tables, (cells) => {
      const width = cells[0]?.length ?? 1;
      const columns = Array.from({ length: width }, (_, index) => `c${index}`);
      const rows = cells.map((row, index) => [`r${index}x`, ...row.slice(1)]);
      const pieces = tablePieces({ type: "table", columns, rows }, fits);
      const told = pieces.join("\n");
      const names = rows.map((row) => row[0] ?? "");
      expect(told.match(/(?<=^|\*)r\d+x/gm) ?? []).toEqual(names);
      const said = bare(told);
      for (const one of rows.flat()) expect(said).toContain(bare(one));
      for (const piece of pieces) if (piece.startsWith("```\n")) expect(piece.split("```")).toHaveLength(3);
    }),
  );
});
