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

test("no row is cut, lost or told twice, and no cell ends the code block", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom("```", "a\nb", "“Sarah”", "x".repeat(80)),
  );
  const tables = fc
    .integer({ min: 1, max: 12 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 60 }));
  fc.assert(
    fc.property(tables, (cells) => {
      const width = cells[0]?.length ?? 1;
      const columns = Array.from({ length: width }, (_, index) => `c${index}`);
      const rows = cells.map((row, index) => [`r${index}x`, ...row.slice(1)]);
      const pieces = tablePieces({ type: "table", columns, rows }, fits);
      const lines = pieces.flatMap((piece) => piece.split("\n").slice(3, -1));
      expect(lines.map((line) => line.split(/\s/)[0])).toEqual(rows.map((row) => row[0]));
      for (const piece of pieces) expect(piece.split("```")).toHaveLength(3);
    }),
  );
});
