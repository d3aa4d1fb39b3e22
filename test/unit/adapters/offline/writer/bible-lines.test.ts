import { expect, test } from "vitest";
import { asInfinitive, readBibleLines } from "../../../../../src/adapters/offline/writer/bible-lines.ts";

test.each([
  ["character: Sarah, 28, journalist", { name: "Sarah", age: 28, job: "journalist" }],
  [
    "Sarah: journalist, 28, wants to expose corruption",
    { name: "Sarah", age: 28, job: "journalist", want: "to expose corruption" },
  ],
  ["Sarah, a retired surgeon, female, lead", { job: "retired surgeon", gender: "female", lead: true }],
  ["Sarah: investigating corruption", { want: "to investigate corruption", job: undefined }],
  [
    "character: Sarah, 28, journalist, lead, the outsider, female, investigating corruption, To expose corruption",
    { name: "Sarah", age: 28, job: "journalist", gender: "female", lead: true, want: "to expose corruption" },
  ],
  [
    "character: Vera, 60, the zealot, Lacks only one piece, To win",
    { job: undefined, dark: true, want: "to win" },
  ],
  ["Bo, wants revenge, crime boss", { want: "to have revenge", dark: true }],
  ["Cy, A wary 41-year-old harbour pilot who wants to sleep.", { job: "harbour pilot", age: undefined }],
])("%s", (line, member) => {
  expect(readBibleLines([line]).cast).toMatchObject([member]);
});

test("tells places, scenes, props and ties from people", () => {
  const facts = readBibleLines([
    "location: The Old Mill: it leans",
    "scene: The Ledger – they meet",
    "INT. DINER - NIGHT",
    "prop: Ledger",
    "relationship: Sarah is secretly James’ rival",
    "Ana is Bo's sibling",
    "relationship: something else",
    "",
  ]);
  expect(facts).toEqual({
    cast: [],
    places: ["The Old Mill"],
    ties: [
      { from: "Sarah", to: "James", type: "rival" },
      { from: "Ana", to: "Bo", type: "sibling" },
    ],
  });
});

test("asInfinitive keeps a goal short", () => {
  expect(asInfinitive("Bring him down")).toBe("to bring him down");
  expect(asInfinitive("John's ruin")).toBe("to have John's ruin");
  expect(asInfinitive("Being seen")).toBe("to be seen");
  expect(asInfinitive("To win.")).toBe("to win");
  expect(asInfinitive(`to ${"x ".repeat(40)}`).split(" ")).toHaveLength(18);
});
