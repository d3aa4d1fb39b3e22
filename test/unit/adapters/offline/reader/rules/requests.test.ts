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
    ["create a random character", { type: "draft", kind: "character", brief: "random character" }],
    ["create a villain", { type: "draft", kind: "character", brief: "villain" }],
    ["create a character for the bar scene", { type: "draft", kind: "character" }],
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
    ["undo the last two things", { type: "undo", count: 2 }],
    ["take back the last 3 changes", { type: "undo", count: 3 }],
    ["undo my last change", { type: "undo", mine: true }],
    ["take it back", { type: "undo" }],
    ["undo what I said about Sarah", { type: "undo", mine: true, all: true, subject: { entry_id: "sarah" } }],
    [
      "forget everything we said about the diner",
      { type: "undo", all: true, subject: { entry_id: "diner" } },
    ],
    ["undo the last change to Sarah please", { type: "undo", subject: { entry_id: "sarah" } }],
    ["undo the last change to the diner scene", { type: "undo", subject: { entry_id: "scene" } }],
    ["undo john's last change", { type: "undo", subject: { entry_id: "john" } }],
    ["undo all changes to Tom", { type: "undo", all: true, subject: { entry_id: "tom" } }],
    ["undo my last two changes to Tom", { type: "undo", mine: true, count: 2, subject: { entry_id: "tom" } }],
    ["redo", { type: "redo" }],
    ["redo that please", { type: "redo" }],
    ["redo the last two", { type: "redo", count: 2 }],
    ["bring it back", { type: "redo" }],
    ["ok, put that back please", { type: "redo" }],
    ["undo the undo", { type: "redo" }],
    ["bring Maya back", { type: "redo", subject: { name: "Maya" } }],
    ["bring back Maya", { type: "redo", subject: { name: "Maya" } }],
    ["please restore Maya", { type: "redo", subject: { name: "Maya" } }],
    ["what can you do?", { type: "help" }],
  ])("%s", (text, expected) => {
    const reading = readingOf(text);
    expect(reading.requests).toMatchObject([expected]);
    expect(reading.statements).toEqual([]);
  });

  test.each([
    "don't undo anything",
    "undo the damage he did",
    "take back the night",
    "forget what I said",
    "bring it back to the diner",
    "he wants to bring it back",
    "bring Sarah back",
    "restore order",
    "redo the scene in the diner",
    "what I said about Sarah was wrong",
    "help is on the way",
    "we have 10 characters already",
    "the logline is too long",
    "add more tension",
  ])("not: %s", (text) => expect(readingOf(text).requests).toEqual([]));
});
