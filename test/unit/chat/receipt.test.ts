import { describe, expect, it } from "vitest";
import { headlineOf, receiptOf } from "../../../src/chat/receipt.ts";
import { undoAll } from "../../../src/domain/bible/undo.ts";
import {
  author,
  entry,
  merges,
  openBible,
  removes,
  renames,
  says,
  ties,
} from "../domain/bible/bible-maker.ts";

const lines = (changes: Parameters<typeof receiptOf>[0]) =>
  receiptOf(changes).lines.map(({ action, name, fields }) => [
    action,
    name,
    ...fields.map((field) => field.name),
  ]);

describe("a receipt", () => {
  it("names what is new of each entry, and not what its name says", () => {
    const bible = openBible([entry("character", "Al", { age: 3 })]);
    const { changes } = bible.say([
      ties("Sarah", "John", "sibling", true, "twins"),
      says("scene", "INT. BAR - DAY", {
        heading: "INT. BAR - DAY",
        int_ext: "INT",
        set: "BAR",
        time_of_day: "DAY",
        summary: "Rain.",
        characters: ["Sarah"],
      }),
      says("character", "Al", { age: 4, one_line: "a fool" }, false),
    ]);
    expect(lines(changes)).toEqual([
      ["created", "INT. BAR - DAY", "location", "characters", "summary"],
      ["created", "Bar"],
      ["updated", "Al", "age", "one line"],
      ["created", "Sarah"],
      ["created", "John"],
      ["created", "Sarah – John: sibling", "description"],
    ]);
    expect(receiptOf(changes).lines[2]?.fields[0]).toEqual({ name: "age", before: 3, after: 4 });
  });

  it("shows a heading that differs from the name", () => {
    const { changes } = openBible().say([says("scene", "The chase", { heading: "EXT. ROAD" })]);
    expect(lines(changes)).toEqual([["created", "The chase", "heading"]]);
  });

  it("passes over a change of links alone", () => {
    const bible = openBible([entry("scene", "INT. BAR", { characters: ["Maya"] })]);
    const { changes } = bible.say([says("character", "Maya")]);
    expect(changes).toHaveLength(2);
    expect(lines(changes)).toEqual([["created", "Maya"]]);
  });
});

describe("a headline", () => {
  const said = (...statements: Parameters<ReturnType<typeof openBible>["say"]>[0]) => {
    const bible = openBible([entry("character", "Sarah"), entry("character", "John")]);
    bible.say([
      ties("Sarah", "John", "sibling"),
      says("scene", "INT. BAR", { characters: ["Sarah", "John"] }),
    ]);
    return headlineOf(bible.say(statements).changes);
  };

  it.each([
    [[says("character", "Maya")], "Added **Maya**."],
    [
      ["A", "B", "C", "D", "E", "F"].map((name) => says("character", name)),
      "Added **A**, **B**, **C**, **D** and 2 more.",
    ],
    [[ties("Sarah", "John", "rival")], "Sarah is John’s rival."],
    [
      ["rival", "enemy", "friend", "ally", "cousin"].map((type) => ties("Sarah", "John", type as "rival")),
      "Sarah is John’s rival. Sarah is John’s enemy. Sarah is John’s friend. Sarah is John’s ally. And 1 more.",
    ],
    [[says("character", "Sarah", { age: 3 }, false)], "Updated **Sarah**."],
    [[renames("John", "Jack")], "**John** is **Jack** now. I carried that over to 2 other entries."],
    [[removes("John")], "Removed **John**. I carried that over to INT. BAR."],
    [[removes("Sarah – John: sibling")], "Removed **Sarah – John: sibling**."],
    [[removes("INT. BAR")], "Removed **INT. BAR**."],
    [[], ""],
  ] as const)("%#", (statements, headline) => {
    expect(said(...statements)).toBe(headline);
  });

  it("tells what an undo brings back", () => {
    const bible = openBible([entry("character", "Sarah")]);
    const undone = undoAll(bible.say([removes("Sarah")]).changes, bible.all(), author());
    expect(undone.ok && headlineOf(undone.changes)).toBe("Brought back **Sarah**.");
  });
});

describe("a headline of a merge", () => {
  it("says who is part of whom, and how much came with it", () => {
    const bible = openBible([entry("character", "John"), entry("character", "Jon")]);
    bible.say([says("scene", "INT. BAR", { characters: ["Jon"] }), ties("Jon", "Sarah", "friend")]);
    const { changes } = bible.say([merges("Jon", "John")]);
    expect(headlineOf(changes)).toBe(
      "**Jon** is part of **John** now. I carried that over to 2 other entries.",
    );
  });

  it("of several names them all, and tells a removal apart from them", () => {
    const people = ["Ann", "Anne", "Bo", "Bob"].map((name) => entry("character", name));
    const bible = openBible([...people, entry("prop", "Lamp")]);
    const { changes } = bible.say([merges("Ann", "Anne"), merges("Bo", "Bob"), removes("Lamp")]);
    expect(headlineOf(changes)).toBe(
      "**Ann** and **Bo** are part of **Anne** and **Bob** now. Removed **Lamp**.",
    );
  });
});
