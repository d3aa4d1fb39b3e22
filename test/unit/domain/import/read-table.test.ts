import { describe, expect, test } from "vitest";
import { aTable, OWN, plain, read, VEHICLE } from "./import-maker.ts";

describe("a row by its columns", () => {
  test("becomes an entry, each fact with the row’s own words as proof", () => {
    const { kind, rows } = read(aTable(["Name", "Age", "Job"], ["Sarah", "28 years", "journalist"]));
    expect(kind).toBe("character");
    expect(rows.map(plain)).toEqual([{ name: "Sarah", age: 28, occupation: "journalist" }]);
    const whole = "Sarah,28 years,journalist".length;
    expect(rows[0]?.fields).toMatchObject([
      { field: "age", start: 0, end: whole },
      { field: "occupation", start: 0, end: whole },
    ]);
  });

  test("that is long is proven by its cells", () => {
    const table = aTable(["Name", "Age", "Background"], ["Sarah", "28", "long ".repeat(80).trim()]);
    expect(read(table).rows[0]?.fields[0]).toEqual({ field: "age", value: 28, start: 6, end: 8 });
  });

  test("comes in without a cell that does not fit, and says so", () => {
    const { rows } = read(aTable(["Name", "Age"], ["Sarah", "old"], ["Bo", "3"]));
    expect(rows.map(plain)).toEqual([{ name: "Sarah" }, { name: "Bo", age: 3 }]);
    expect(rows[0]?.problems).toEqual([
      { type: "cell", row: 1, field: "age", said: "old", wanted: "a whole number from 0 to 200" },
    ]);
  });

  test("without a name, or with one of signs alone, stays out", () => {
    const { rows } = read(aTable(["Name", "Age"], ["", "28"], ["!!!", "3"], ["x".repeat(200), "4"]));
    expect(rows.map((row) => row.name)).toEqual(["", "", ""]);
    expect(rows.map((row) => row.problems.map(({ type }) => type))).toEqual([
      ["nameless"],
      ["bad_name"],
      ["bad_name"],
    ]);
  });

  test("may be short, or longer than the header; empty rows and a header said again are none", () => {
    const { rows } = read(aTable(["Name", "Age"], ["Ana"], ["", ""], ["Name", "Age"], ["Bo", "3", "x", "y"]));
    expect(rows.map(plain)).toEqual([{ name: "Ana" }, { name: "Bo", age: 3 }]);
    expect(rows[1]?.problems).toEqual([{ type: "extra", row: 2, cells: 2 }]);
  });

  test("has its name in two columns, in quotes or in Markdown", () => {
    expect(read(aTable(["First name", "Surname"], ["Sarah", "Chen"])).rows.map(plain)).toEqual([
      { name: "Sarah Chen" },
    ]);
    expect(
      read(aTable(["Name", "Age"], ["**Sarah**", ""], ["“Bo”", ""])).rows.map((row) => row.name),
    ).toEqual(["Sarah", "Bo"]);
  });

  test("keeps as notes what has no field only when somebody wants that", () => {
    const table = aTable(["Name", "Notes", "Budget"], ["Sarah", "late", "300"]);
    expect(read(table).rows.map(plain)).toEqual([{ name: "Sarah", notes: "late" }]);
    expect(read(table, { keep: true }).rows.map(plain)).toEqual([
      { name: "Sarah", notes: "late\nBudget: 300" },
    ]);
  });

  test("fills the fields a project added", () => {
    const own = { schema: OWN };
    expect(
      read(aTable(["Name", "Blood type", "Does stunts"], ["Bo", "ab", "y"]), own).rows.map(plain),
    ).toEqual([{ name: "Bo", blood_type: "AB", stunts: true }]);
    const cars = read(aTable(["Vehicle", "Licence", "Seats"], ["Van", "B-1", "several"]), own);
    expect([cars.kind, ...cars.rows.map(plain)]).toEqual([VEHICLE, { name: "Van", plate: "B-1" }]);
    expect(cars.rows[0]?.problems).toMatchObject([{ field: "seats", wanted: "a number" }]);
  });
});

describe("a scene’s row", () => {
  test("is called by its heading, taken apart", () => {
    const { rows } = read(aTable(["Slug", "Cast"], ["int. diner - night", "Sarah, John"]));
    expect(rows.map(plain)).toEqual([
      {
        name: "INT. DINER - NIGHT",
        heading: "INT. DINER - NIGHT",
        int_ext: "INT",
        set: "DINER",
        time_of_day: "NIGHT",
        characters: ["Sarah", "John"],
      },
    ]);
  });

  test("gets its heading from columns", () => {
    const table = aTable(["Sc", "I/E", "Set", "D/N", "Action"], ["12A", "E", "Pier", "n", "They run"]);
    expect(read(table).rows.map(plain)).toEqual([
      {
        name: "EXT. PIER - NIGHT",
        heading: "EXT. PIER - NIGHT",
        number: "12A",
        int_ext: "EXT",
        set: "Pier",
        time_of_day: "NIGHT",
        summary: "They run",
      },
    ]);
  });

  test("without a heading is called by its number, and without both stays out", () => {
    const { rows } = read(
      aTable(["Scene no", "Summary", "Time"], ["3", "They meet", "x"], ["", "They part", ""]),
      { kind: "scene" },
    );
    expect(rows.map((row) => row.name)).toEqual(["Scene 3", ""]);
  });
});

describe("a row without columns", () => {
  test.each([
    [["Sarah", "28", "journalist"], { name: "Sarah", age: 28, occupation: "journalist" }],
    [["Sarah", "journalist", "28"], { name: "Sarah", occupation: "journalist", age: 28 }],
    [
      ["Sarah", "a police officer", "she/her", "lead"],
      { name: "Sarah", occupation: "police officer", gender: "female", role: "lead" },
    ],
    [
      ["Sarah", "loves her father", "and the sea"],
      { name: "Sarah", one_line: "loves her father, and the sea" },
    ],
    [
      ["Sarah", "cook", "hides from the mob", "40"],
      { name: "Sarah", occupation: "cook", one_line: "hides from the mob", age: 40 },
    ],
    [["Sarah"], { name: "Sarah" }],
  ])("%j is %j", (cells, entry) => {
    expect(read(aTable(undefined, cells), { kind: "character" }).rows.map(plain)).toEqual([entry]);
  });

  test("of other kinds tells in words what it is", () => {
    expect(
      read(aTable(undefined, ["Diner", "INT", "greasy", "loud"]), { kind: "location" }).rows.map(plain),
    ).toEqual([{ name: "Diner", int_ext: "INT", description: "greasy, loud" }]);
    expect(read(aTable(undefined, ["Knife", "x2", "bloody"]), { kind: "prop" }).rows.map(plain)).toEqual([
      { name: "Knife", quantity: 2, description: "bloody" },
    ]);
    expect(read(aTable(undefined, ["4", "INT. BAR - DAY", "They meet"])).rows.map(plain)).toEqual([
      {
        name: "INT. BAR - DAY",
        heading: "INT. BAR - DAY",
        int_ext: "INT",
        set: "BAR",
        time_of_day: "DAY",
        number: "4",
        summary: "They meet",
      },
    ]);
  });
});
