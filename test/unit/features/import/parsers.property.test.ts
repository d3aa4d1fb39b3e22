import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_SCHEMA } from "../../../../src/domain/bible/project-schema.ts";
import { readTable } from "../../../../src/domain/import/read-table.ts";
import { findImport } from "../../../../src/features/import/find-import.ts";

const schema = EMPTY_SCHEMA;
const signs = ",;|\t\n\r\"'`{}[]:-–#*()\\ \ufeff".split("");
const noise = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...signs),
    fc.constantFrom(
      "Name",
      "Age",
      "INT. BAR - DAY",
      "28",
      "é",
      "😀",
      "Sarah",
      "import these characters:",
      "```",
      "|---|---|",
    ),
  ),
});

const name = fc
  .string({ unit: fc.constantFrom(..."abcdefgh ÄÖéñ'"), minLength: 1, maxLength: 12 })
  .map((text) => `P${text.replace(/\s+/g, " ").trim()}`);
const job = fc.string({ unit: fc.constantFrom(..."abcde ,;|\"'"), maxLength: 12 }).map((text) => `x${text}y`);
const people = fc.uniqueArray(fc.record({ name, age: fc.integer({ min: 0, max: 120 }), job }), {
  selector: (person) => person.name.toLowerCase(),
  minLength: 2,
  maxLength: 8,
});
type Person = { name: string; age: number; job: string };

function readBack(text: string): Person[] {
  const [table] = findImport(text, { schema, asked: false });
  const rows = (table && readTable(table, { schema, keep: false })?.rows) ?? [];
  return rows.map((row) => {
    const value = (field: string) => row.fields.find((each) => each.field === field)?.value;
    return { name: row.name, age: Number(value("age")), job: String(value("occupation")) };
  });
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const lines = (rows: readonly (readonly string[])[], delimiter: string, end: string) =>
  [["Name", "Age", "Job"], ...rows].map((row) => row.map(quoted).join(delimiter)).join(end);

describe("whatever is pasted", () => {
  test("never throws, and every row stands where it says", () => {
    fc.assert(
      fc.property(noise, fc.boolean(), (text, asked) => {
        for (const table of findImport(text, { schema, asked })) {
          const reading = readTable(table, { schema, keep: true });
          for (const row of reading?.rows ?? []) {
            expect(row.start).toBeLessThanOrEqual(row.end);
            expect(row.end).toBeLessThanOrEqual(text.length);
            for (const field of row.fields)
              expect([field.start >= 0, field.end <= text.length]).toEqual([true, true]);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("comes back from CSV, TSV and semicolons as it was", () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        (persons, delimiter, end) => {
          const rows = persons.map((person) => [person.name, String(person.age), person.job]);
          expect(readBack(lines(rows, delimiter, end))).toEqual(persons);
        },
      ),
    );
  });

  test("comes back from Markdown and JSON as it was", () => {
    fc.assert(
      fc.property(people, (persons) => {
        const escaped = (text: string) => text.replaceAll("|", "\\|");
        const rows = persons.map(
          (person) => `| ${escaped(person.name)} | ${person.age} | ${escaped(person.job)} |`,
        );
        expect(readBack(["| Name | Age | Job |", "|---|---|---|", ...rows].join("\n"))).toEqual(persons);
        expect(readBack(JSON.stringify(persons))).toEqual(persons);
        expect(readBack(JSON.stringify(persons, undefined, 2))).toEqual(persons);
      }),
    );
  });
});
