import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvRow } from "../../../src/lib/csv.ts";

it.each([
  [["a", 1, undefined, "b"], "a,1,,b"],
  [['say "hi"', "a,b", "two\nlines", " kept "], '"say ""hi""","a,b","two\nlines"," kept "'],
  [[-5, 0.5], "-5,0.5"],
  [["=1+1", "+49 30", "-", "@home", "\tx"], "'=1+1,'+49 30,'-,'@home,'\tx"],
  [[" =cmd(x)"], "' =cmd(x)"],
])("%j", (cells, line) => {
  expect(csvRow(cells)).toBe(`${line}\r\n`);
});

it("is read back as it was, but for the apostrophe that makes a formula harmless", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
      (rows) => {
        const read: string[][] = parse(rows.map((row) => csvRow(row)).join(""), { relax_column_count: true });
        expect(read.map((row) => row.map((cell) => cell.replace(/^'/, "")))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ""))),
        );
        for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      },
    ),
  );
});
