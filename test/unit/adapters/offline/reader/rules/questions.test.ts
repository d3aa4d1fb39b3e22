import { describe, expect, test } from "vitest";
import { readingOf } from "../reading-of.ts";

describe("questions", () => {
  test.each([
    ["Who is Sarah?", { type: "who", subjects: [{ entry_id: "sarah" }] }],
    ["whos john", { type: "who", subjects: [{ entry_id: "john" }] }],
    ["who is marla", { type: "who", subjects: [{ name: "Marla" }] }],
    ["what does john do", { type: "field", field: "occupation" }],
    ["how old is srah", { type: "field", field: "age", subjects: [{ entry_id: "sarah" }] }],
    ["sarah's motivation?", { type: "field", field: "motivation" }],
    ["who is Sarah married to", { type: "relation", relation: "spouse" }],
    ["who is John's brother?", { type: "relation", relation: "sibling" }],
    [
      "How are Sarah and John related?",
      { type: "relation", subjects: [{ name: "Sarah" }, { name: "John" }] },
    ],
    ["which scenes is sarah in", { type: "scenes", subjects: [{ name: "Sarah" }] }],
    [
      "where does the diner scene happen",
      { type: "field", field: "location", subjects: [{ entry_id: "scene" }] },
    ],
    ["list the characters", { type: "list", kind: "character" }],
    ["what scenes do we have", { type: "list", kind: "scene" }],
    ["how many scenes are there", { type: "count", kind: "scene" }],
    ["what's next", { type: "next" }],
    ["why does Sarah hate Tom?", { type: "open" }],
  ])("%s", (text, expected) => {
    const reading = readingOf(text);
    expect(reading.questions).toMatchObject([expected]);
    expect(reading.statements).toEqual([]);
  });

  test("a pronoun in a question is the one in focus", () => {
    expect(readingOf("how old is she", { focus: ["sarah"] }).questions).toMatchObject([
      { type: "field", field: "age", subjects: [{ entry_id: "sarah" }] },
    ]);
  });
});
