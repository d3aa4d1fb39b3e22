import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EMPTY_SCHEMA } from "../../../../src/domain/bible/project-schema.ts";
import { readTable } from "../../../../src/domain/import/read-table.ts";
import { brokenJson, findImport } from "../../../../src/features/import/find-import.ts";

const schema = EMPTY_SCHEMA;
const find = (text: string, asked = false) => findImport(text, { schema, asked });

/** Kind and names of what a message hands over; undefined when it hands over nothing. */
function found(text: string, asked = false) {
  const tables = find(text, asked).map((table) => readTable(table, { schema, keep: false }));
  return tables.length === 0
    ? undefined
    : tables.map((table) => [table?.kind, table?.rows.map((row) => row.name)]);
}

const PEOPLE = [["character", ["Sarah", "John"]]];

describe("rows in a message", () => {
  test.each([
    ["CSV", "name,age\nSarah,28\nJohn,41"],
    [
      "CSV with quotes, a BOM, CRLF and empty rows",
      '\ufeff"Name","Age"\r\n"Sarah","28"\r\n\r\n,\r\n"John","41"\r\n',
    ],
    ["semicolons", "Name;Alter;Beruf\nSarah;28;Ärztin\nJohn;41;"],
    ["a pasted sheet", "Name\tAge\tJob\nSarah\t28\tcop, mostly\nJohn\t41\t"],
    ["bars", "Name | Age\nSarah | 28\nJohn | 41"],
    ["trailing commas and ragged rows", "name,age,,\nSarah,28,,\nJohn"],
    [
      "words before and after",
      "Hi! This is who we have so far.\n\nName,Age\nSarah,28\nJohn,41\n\nThat's all for now, thanks!",
    ],
    [
      "a Markdown table",
      "Our people\n\n| Name | Age |\n|:-----|----:|\n| Sarah | 28 |\n| John | 41 |\n\nok?",
    ],
    ["JSON", '[{"name":"Sarah","age":28},{"name":"John"}]'],
    ["JSON by name", '{"Sarah":{"age":28},"John":{"age":41}}'],
    ["JSON as chat programs mend it", "[{“name”: “Sarah”, “age”: 28,}, {“name”: “John”,},]"],
    ["a fence", "look:\n```csv\nname,age\nSarah,28\nJohn,41\n```\nthanks"],
    ["a fence with JSON", 'import this\n```json\n{"characters":[{"name":"Sarah"},{"name":"John"}]}\n```'],
    ["an announced list", "here's my cast list:\n- Sarah, 28, journalist\n- John: cop"],
    ["announced names", "import these characters:\nSarah\nJohn"],
    ["announced rows without a header", "Import these characters:\nSarah\t28\tcop\nJohn\t41\tcook"],
    ["one row, announced twice over", "import these characters:\nname,age\nSarah,28\nJohn,41"],
  ])("as %s are found", (_what, text) => {
    expect(found(text)).toEqual(PEOPLE);
  });

  test("as a list of entries are found where four tell what they are", () => {
    const list = ["- Sarah, 28, journalist", "- John: cop, 41", "- The Judge (60)", "- Bo – cook"];
    const all = [["character", ["Sarah", "John", "The Judge", "Bo"]]];
    expect(found(list.join("\n"))).toEqual(all);
    expect(found(`characters:\n${list.join("\n").replaceAll("- ", "")}`)).toEqual(all);
    expect(found(list.slice(0, 3).join("\n"))).toBeUndefined();
    const scenes = [
      "1. INT. BAR - DAY – They meet",
      "2. EXT. PIER - NIGHT",
      "3. INT. CAR - DAY",
      "4. EXT. SEA - DAWN",
    ];
    expect(found(scenes.join("\n"))).toEqual([
      ["scene", ["INT. BAR - DAY", "EXT. PIER - NIGHT", "INT. CAR - DAY", "EXT. SEA - DAWN"]],
    ]);
  });

  test.each([
    ["Locations\n- Pier: an old pier, foggy\n- Old Mill", "location", ["Pier", "Old Mill"]],
    ["Props:\nGun - a rusty revolver\nKnife - blunt", "prop", ["Gun", "Knife"]],
    ["Cast:\nAnna - 34, lawyer\nBen - 50s, mechanic\nCleo", "character", ["Anna", "Ben", "Cleo"]],
    ["here's the cast list so far\nAnna, 34, lawyer\nCleo", "character", ["Anna", "Cleo"]],
  ])("under a heading are found where talk would lose words: %j", (text, kind, names) => {
    expect(found(text)).toEqual([[kind, names]]);
  });

  test("of several kinds stand in one JSON, or in several tables", () => {
    const json =
      '{"title":"Night Shift","cast":[{"name":"Bo"}],"data":{"locations":[{"name":"Pier"}]},"scenes":["INT. BAR - DAY"]}';
    expect(found(json)).toEqual([
      ["character", ["Bo"]],
      ["location", ["Pier"]],
      ["scene", ["INT. BAR - DAY"]],
    ]);
    const markdown =
      "Characters\n| Name | Notes |\n|--|--|\n| Bo | x |\n\nLocations\n| Name | Notes |\n|--|--|\n| Pier | y |";
    expect(found(markdown)).toEqual([
      ["character", ["Bo"]],
      ["location", ["Pier"]],
    ]);
  });

  test("carry where they stand", () => {
    const text = 'cast:\nName,Age\r\n"Chen, Sarah",28\r\n\r\nBo,3\r\n';
    const rows = find(text)[0]?.rows ?? [];
    expect(rows.map((row) => [row.line, text.slice(row.start, row.end)])).toEqual([
      [3, '"Chen, Sarah",28'],
      [5, "Bo,3"],
    ]);
    expect(rows[0]?.cells.map(({ start, end }) => text.slice(start, end))).toEqual(["Chen, Sarah", "28"]);
  });

  test("leave out lines among them that read like no entry, and count them", () => {
    const [table] = find("here's my cast list:\n- Sarah, 28\n- and then some more, later\n- John, 41");
    expect([table?.rows.length, table?.unread]).toEqual([2, ["- and then some more, later"]]);
  });

  test("past a thousand are counted, not read", () => {
    const rows = Array.from({ length: 1_234 }, (_, index) => `Person ${index},${index % 90}`);
    for (const text of [`Name,Age\n${rows.join("\n")}`, `import these characters:\n- ${rows.join("\n- ")}`]) {
      const [table] = find(text);
      expect([table?.rows.length, table?.more]).toEqual([1_000, 234]);
    }
    const [json] = find(JSON.stringify(rows.map((name) => ({ name, age: 3 }))));
    expect([json?.rows.length, json?.more]).toEqual([1_000, 234]);
  });
});

describe("JSON that breaks off", () => {
  test.each([
    ['{"name": "Sarah", ', { line: 1, near: '{"name": "Sarah",' }],
    ['here is the cast:\n[{"name": "Sarah"},\n {"name": Bo Lee}]', { line: 3, near: "Lee}]" }],
    ['```json\n[{"name": "Sarah"\n```', { line: 2, near: '[{"name": "Sarah"' }],
  ])("is told with its place: %j", (text, place) => expect(brokenJson(text)).toEqual(place));

  test.each(["{not json", "[Sarah: she laughs]", '[{"name":"Sarah"}]', "{tired}", "[the end"])(
    "is not %j",
    (text) => expect(brokenJson(text)).toBeUndefined(),
  );

  test("is not what people say", () => {
    expect(talk().filter((text) => brokenJson(text) !== undefined)).toEqual([]);
  });
});

describe("no rows", () => {
  test.each([
    "three characters: Ana, Bo and Cy",
    "Sarah, 28, journalist",
    "name,age\nSarah,28",
    "Sarah is 28, a journalist.\nJohn is her brother, and he is a cop.\nThey meet at the diner, at night.\nThey part, later.",
    "todo:\n- Fix the ending\n- Call Maria, she is 28\n- Rewrite scene 4\n- Coffee",
    "- Monday: shoot at the diner\n- Tuesday: rest\n- Wednesday: pier\n- Thursday: travel",
    "INT. DINER - NIGHT\n\nSarah enters.\n\nEXT. STREET - DAY\n\nJohn runs.",
    "SARAH\nWhere were you?\n\nJOHN\nOut, with friends.",
    "```ts\nconst name = 1, age = 2;\nconst x = 3, y = 4;\n```\nwhat do you think?",
    "[she laughs]\nSarah is 28",
    "{not json",
    '{"error": "no such thing", "code": 42}',
    "Total,Sum\n1,2\n3,4",
    "can you import a cast list?",
    "characters:\n- Ana\n- Bo",
    "cast list\nRHONDA - 55, diner owner, big laugh\nTY - 22, line cook\nDEPUTY WICK - 30s, nervous",
    "| command | target |\n|---|---|\n| delete | Sarah |\n| delete | John |",
  ])("are in %j", (text) => {
    expect(found(text)).toBeUndefined();
  });

  test("are in what people say", () => {
    const texts = talk();
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts.filter((text) => find(text).length > 0)).toEqual([]);
  });
});

describe("rows somebody asked to import", () => {
  test("need no header, and may be one", () => {
    expect(found("name,age\nSarah,28", true)).toEqual([["character", ["Sarah"]]]);
    expect(found("characters\n- Sarah, 28", true)).toEqual([["character", ["Sarah"]]]);
    expect(found("nothing of that kind here", true)).toBeUndefined();
  });
});

function talk(): string[] {
  const folder = new URL("../../../eval/", import.meta.url);
  return readdirSync(folder).flatMap((file) =>
    textsIn(JSON.parse(readFileSync(new URL(file, folder), "utf8"))),
  );
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "text" && typeof each === "string" ? [each] : textsIn(each),
  );
}
