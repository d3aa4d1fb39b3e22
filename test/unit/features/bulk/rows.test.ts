import { describe, expect, test } from "vitest";
import { bulkRoom } from "./bulk-room.ts";

const CAST = [
  "Name,Role,Age,Brief",
  "Sarah Kane,lead,28,a journalist who lost her nerve",
  ",support,,her editor",
  "Bo Lind,extra,,",
].join("\n");

describe("bulk work from rows", () => {
  const room = bulkRoom();
  const named = async (name: string) => (await room.entries()).find((entry) => entry.name === name);

  test("pasted below the command: every row one entry, with what it says and the rest written", async () => {
    const view = await room.say(`/bulk characters\n${CAST}`);
    expect(view.operation).toMatchObject({ progress: { total: 3 }, told: true });
    await room.queue().runAll();
    expect(await room.entries()).toHaveLength(3);
    const sarah = await named("Sarah Kane");
    expect(sarah?.facts).toMatchObject({ role: { value: "lead" }, age: { value: 28 } });
    expect(Object.keys(sarah?.facts ?? {}).length).toBeGreaterThan(5);
    const editor = (await room.entries()).find(({ name }) => name !== "Sarah Kane" && name !== "Bo Lind");
    expect(editor?.facts.role?.value).toBe("support");
  });

  test("in a file, with a brief for all of them, also quoted and with semicolons", async () => {
    const csv = 'Name;Occupation;Brief\n"Lind, Bo";chef;"tall;\nand loud"\nCy Ray;driver;';
    const view = await room.upload("cast.csv", csv, "/bulk characters of the harbour");
    expect(view.operation).toMatchObject({ brief: "of the harbour", progress: { total: 2 } });
    const items = await room.stage().stores.operations.items(view.operation?.id ?? "");
    expect(items.map(({ input }) => input)).toEqual([
      { fields: { name: "Lind, Bo", occupation: "chef" }, brief: "tall;\nand loud" },
      { fields: { name: "Cy Ray", occupation: "driver" } },
    ]);
    await room.queue().runAll();
    expect((await named("Cy Ray"))?.facts.occupation?.value).toBe("driver");
  });

  test("with bad ones among them: told by row and cell, and the good ones made by a press", async () => {
    await room.say("/character create Mia Holt");
    const rows = [
      "Name,Age",
      "Ana Roy,abc",
      "Bo Lind,30",
      "Mia Holt,31",
      "bo lind,32",
      "Cy Ray,33,x,y",
      "Di Fox,34",
    ];
    const view = await room.upload("cast.csv", rows.join("\n"), "/bulk characters");
    expect(view.operation).toBeUndefined();
    expect(view.reply.text).toContain("cast.csv: 2 of 6 rows can be made, 4 cannot.");
    for (const problem of [
      /Row 1, Age “abc”: a whole number/,
      /Row 3, name “Mia Holt”: the bible has one of that name already/,
      /Row 4, name “bo lind”: row 2 has that name already/,
      /Row 5: 2 more than there are columns/,
    ])
      expect(view.reply.text).toMatch(problem);
    const begun = await room.press(view, "Make the 2 good ones");
    expect(begun.operation?.progress.total).toBe(2);
    await room.queue().runAll();
    expect((await room.entries()).map(({ name }) => name).toSorted()).toEqual([
      "Bo Lind",
      "Di Fox",
      "Mia Holt",
    ]);
  });

  test("that became bad since they were shown are shown again, not made", async () => {
    const view = await room.say("/bulk characters\nName,Age\nAna Roy,abc\nBo Lind,30\nDi Fox,34");
    await room.say("/character create Bo Lind");
    const late = await room.press(view, "Make the 2 good ones");
    expect(late.operation).toBeUndefined();
    expect(late.reply.text).toContain("1 of 3 rows can be made, 2 cannot");
    expect((await room.press(late, "Make the 1 good one")).operation?.progress.total).toBe(1);
  });

  test.each([
    ["Name,Age\nAna Roy,abc", "The one row cannot be made as it is", "invalid"],
    ["foo,bar\n1,2", "found no rows in cast.csv", "invalid"],
    ["", "found no rows in cast.csv", "invalid"],
    ["Name", "found no rows in cast.csv", "invalid"],
    [
      `Name\n${Array.from({ length: 10_001 }, (_, row) => `Person ${row}`).join("\n")}`,
      "10,001 rows",
      "too_large",
    ],
    [`Name,Role\n${"A Name,lead\n".repeat(100_000)}`, "100,000 rows", "too_large"],
    [`Name,Notes\nAna,${"x".repeat(4_300_000)}`, "larger than 4 MB", "invalid"],
    [`Brief\n${"x".repeat(50_000)}`, "more than 2000 characters of brief", "invalid"],
  ])("that cannot be made are refused: %.30s", async (csv, text, code) => {
    const view = await room.upload("cast.csv", csv, "/bulk characters");
    expect(view.error?.code).toBe(code);
    expect(view.reply.text).toContain(text);
    expect(await room.operations()).toEqual([]);
  });

  test("ten thousand are taken in one operation", async () => {
    const csv = `Name\n${Array.from({ length: 10_000 }, (_, row) => `Person ${row}`).join("\n")}`;
    const view = await room.upload("cast.csv", csv, "/bulk characters");
    expect(view.reply.text).toContain("10,000 characters");
    const begun = await room.press(view, "Make 10,000 characters");
    expect(begun.operation?.progress.total).toBe(10_000);
    const last = await room.stage().stores.operations.items(begun.operation?.id ?? "", { last: 1 });
    expect(last[0]?.input).toEqual({ fields: { name: "Person 9999" } });
  });

  test("are not taken for rows where a number asks for so many, or where they cannot be", async () => {
    const brief = await room.say("/bulk characters 2 name, role\nof the market");
    expect(brief.operation).toMatchObject({ progress: { total: 2 } });
    const other = await room.upload("cast.csv", CAST, "/bulk characters 5");
    expect(other.reply.text).toContain("You asked for 5, and there are 3 rows");
    expect((await room.upload("cast.csv", CAST, "/bulk summaries")).reply.text).toContain(
      "Rows can say what characters, locations and scenes to make, not summaries",
    );
  });
});
