import { describe, expect, test } from "vitest";
import { indexKnown, oneEditApart } from "../../../../../../src/adapters/offline/reader/parts/known.ts";
import { tokenize } from "../../../../../../src/adapters/offline/reader/text/tokenize.ts";
import { FILM } from "../reading-of.ts";

const index = (text: string) =>
  indexKnown({ text, known: FILM, focus: [], film: { title: "", documents: {} } }, tokenize(text));
const ids = (text: string, key: string): string[] =>
  index(text)
    .find(key)
    .map((entry) => entry.entry_id);

describe("indexKnown", () => {
  test("finds a name, an alias and a part of a name", () => {
    const text = "sarah ace whitlock";
    expect([ids(text, "sarah"), ids(text, "ace"), ids(text, "whitlock")]).toEqual([
      ["sarah"],
      ["john"],
      ["karen"],
    ]);
  });

  test("holds only entries the message names", () => {
    expect(index("Sarah waits").all.map((entry) => entry.entry_id)).toEqual(["sarah"]);
  });

  test("a whole name comes before a part of another", () => {
    const known = [...FILM, { entry_id: "sarah2", kind: "character", name: "Sarah Lund", aliases: [] }];
    const text = "Sarah";
    const found = indexKnown({ text, known, focus: [], film: { title: "", documents: {} } }, tokenize(text));
    expect(found.find("sarah").map((entry) => entry.entry_id)).toEqual(["sarah"]);
  });

  test("a typing error finds the one it can mean", () => {
    expect(index("how old is srah").near("srah")?.entry_id).toBe("sarah");
    expect(index("who is bob").near("bob")).toBeUndefined();
  });
});

test.each([
  ["sarah", "srah", true],
  ["sarah", "sarha", true],
  ["sarah", "sarrah", true],
  ["sarah", "sarah", false],
  ["sarah", "maria", false],
])("oneEditApart %s %s", (a, b, expected) => expect(oneEditApart(a, b)).toBe(expected));
