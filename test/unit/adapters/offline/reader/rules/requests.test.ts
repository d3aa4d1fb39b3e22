import { describe, expect, test } from "vitest";
import { readingOf } from "../reading-of.ts";

describe("requests", () => {
  test.each([
    ["create 10 characters at once", { type: "bulk", operation: "characters", count: 10, brief: "" }],
    [
      "make five background locations",
      { type: "bulk", operation: "locations", count: 5, brief: "background" },
    ],
    ["create 0 characters", { type: "bulk", count: 0 }],
    ["create -1 characters", { type: "bulk", count: -1 }],
    ["create 100000 characters", { type: "bulk", count: 100000 }],
    [
      "generate a dozen scenes for the heist",
      { type: "bulk", operation: "scenes", count: 12, brief: "for the heist" },
    ],
    ["invent a villain", { type: "draft", kind: "character", brief: "villain" }],
    ["create a character", { type: "draft", kind: "character", brief: "" }],
    ["give me a scene in the diner", { type: "draft", kind: "scene", subjects: [{ entry_id: "diner" }] }],
    ["come up with a spooky location", { type: "draft", kind: "location" }],
    ["write a logline", { type: "document", document: "logline", brief: "" }],
    [
      "the logline is: A cop hunts his brother.",
      { type: "document", document: "logline", text: "A cop hunts his brother." },
    ],
    [
      "change the logline to: A cop hunts his brother.",
      { type: "document", text: "A cop hunts his brother." },
    ],
    ["undo that please", { type: "undo" }],
    ["what can you do?", { type: "help" }],
  ])("%s", (text, expected) => {
    const reading = readingOf(text);
    expect(reading.requests).toMatchObject([expected]);
    expect(reading.statements).toEqual([]);
  });

  test.each([
    "don't undo anything",
    "help is on the way",
    "we have 10 characters already",
    "the logline is too long",
    "add more tension",
  ])("not: %s", (text) => expect(readingOf(text).requests).toEqual([]));
});
