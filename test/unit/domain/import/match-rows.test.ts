import { describe, expect, test } from "vitest";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import type { FactValue } from "../../../../src/domain/bible/fact.ts";
import type { EntryKind } from "../../../../src/domain/bible/kinds.ts";
import { matchRows } from "../../../../src/domain/import/match-rows.ts";
import { aTable, read } from "./import-maker.ts";

const AT = "2026-03-01T10:00:00Z";

function entry(
  kind: EntryKind,
  name: string,
  facts: Record<string, FactValue> = {},
  over: Partial<Entry> = {},
): Entry {
  const fact = (value: FactValue) => ({ value, status: "confirmed" as const, by: "u1", at: AT });
  return {
    id: `ent_${name}`,
    project_id: "prj_1",
    kind,
    name,
    facts: Object.fromEntries(
      Object.entries({ name, ...facts }).map(([field, value]) => [field, fact(value)]),
    ),
    links: {},
    status: "confirmed",
    version: 1,
    created_at: AT,
    updated_at: AT,
    ...over,
  };
}

const match = (known: Entry[], columns: string[], ...rows: string[][]) => {
  const table = read(aTable(columns, ...rows));
  return matchRows(table.kind, table.rows, known, false);
};
const told = (matched: ReturnType<typeof matchRows>) =>
  matched.items.map((item) => [item.row.name, item.entry?.name, item.updates]);

describe("rows held against the bible", () => {
  test("are new, or update whoever has the name or an alias, letter case and accents aside", () => {
    const sarah = entry("character", "Sarah Chen", { aliases: ["Red"] });
    const zoe = entry("character", "Zoë");
    const matched = match([sarah, zoe], ["Name", "Age"], ["red", "28"], ["zoe", "3"], ["Bo", "4"]);
    expect(told(matched)).toEqual([
      ["red", "Sarah Chen", [{ field: "age", after: 28 }]],
      ["zoe", "Zoë", [{ field: "age", after: 3 }]],
      ["Bo", undefined, []],
    ]);
  });

  test("with a part of a name are new, and say who is near", () => {
    const matched = match([entry("character", "Sarah Chen")], ["Name", "Age"], ["Sarah", "28"]);
    expect(told(matched)).toEqual([["Sarah", undefined, []]]);
    expect(matched.problems).toEqual([{ type: "near", row: 1, name: "Sarah", other: "Sarah Chen" }]);
  });

  test("leave what a person confirmed, and say so; lists join; what is only proposed gives way", () => {
    const known = entry("character", "Bo", { age: 28, occupation: "cook", traits: ["brave"] });
    const draft: Entry = {
      ...known,
      facts: { ...known.facts, occupation: { value: "cook", status: "proposed", by: "backlot", at: AT } },
    };
    const matched = match([draft], ["Name", "Age", "Job", "Traits"], ["Bo", "31", "chef", "kind"]);
    expect(told(matched)).toEqual([
      [
        "Bo",
        "Bo",
        [
          { field: "occupation", before: "cook", after: "chef" },
          { field: "traits", before: ["brave"], after: ["brave", "kind"] },
        ],
      ],
    ]);
    expect(matched.items[0]?.fields.map(({ field }) => field)).toEqual(["occupation", "traits"]);
    expect(matched.problems).toEqual([
      { type: "contradicts", row: 1, name: "Bo", field: "age", said: 31, kept: 28 },
    ]);
  });

  test("take the place of it when somebody chose so", () => {
    const table = read(aTable(["Name", "Age"], ["Bo", "31"]));
    const matched = matchRows("character", table.rows, [entry("character", "Bo", { age: 28 })], true);
    expect(told(matched)).toEqual([["Bo", "Bo", [{ field: "age", before: 28, after: 31 }]]]);
  });

  test("that say nothing new, or only what contradicts, are counted; locked entries stay", () => {
    const known = [
      entry("character", "Ana", { age: 3 }),
      entry("character", "Bo", { age: 4 }),
      entry("character", "Cy", {}, { status: "locked" }),
    ];
    const matched = match(known, ["Name", "Age"], ["Ana", "3"], ["Bo", "5"], ["Cy", "6"]);
    expect([matched.items.length, matched.same, matched.held]).toEqual([0, 1, 1]);
    expect(matched.problems.map(({ type, row }) => [type, row])).toEqual([
      ["contradicts", 2],
      ["locked", 3],
    ]);
  });

  test("of one name make one entry; the first row’s values count", () => {
    const matched = match(
      [],
      ["Name", "Age", "Traits", "Job"],
      ["Bo", "4", "brave", ""],
      ["bo", "5", "kind", "cook"],
    );
    expect(matched.items.map(({ fields }) => fields.map(({ field, value }) => [field, value]))).toEqual([
      [
        ["age", 4],
        ["traits", ["brave", "kind"]],
        ["occupation", "cook"],
      ],
    ]);
    expect(matched.problems).toEqual([
      { type: "repeated", row: 2, name: "Bo", first: 1 },
      { type: "differs", row: 2, name: "Bo", first: 1, field: "age", said: 5, kept: 4 },
    ]);
  });
});

describe("scenes held against the bible", () => {
  const DINER = "INT. DINER - NIGHT";
  const scene = (name: string, facts: Record<string, FactValue>) =>
    entry("scene", name, { heading: DINER, ...facts });
  const names = (matched: ReturnType<typeof matchRows>) =>
    matched.items.map((item) => [item.row.name, item.entry?.name]);

  test("of one heading are apart by number, and get names of their own", () => {
    const matched = match([], ["Slug", "Scene no"], [DINER, "1"], [DINER, "5"], [DINER, "5"]);
    expect(names(matched)).toEqual([
      [DINER, undefined],
      [`${DINER} (2)`, undefined],
    ]);
    expect(matched.problems).toMatchObject([{ type: "repeated", row: 3, first: 2 }]);
  });

  test("are the same by number, else by what happens", () => {
    const known = [
      scene(DINER, { number: "1", summary: "They meet" }),
      scene(`${DINER} (2)`, { summary: "They part" }),
    ];
    const matched = match(
      known,
      ["Slug", "Scene no", "Summary", "Pages"],
      [DINER, "1", "They met", "2"],
      [DINER, "", "They part", "1"],
      [DINER, "9", "Rain", "3"],
    );
    expect(names(matched)).toEqual([
      [DINER, DINER],
      [DINER, `${DINER} (2)`],
      [`${DINER} (3)`, undefined],
    ]);
    expect(matched.problems).toMatchObject([{ type: "contradicts", row: 1, field: "summary" }]);
  });
});
