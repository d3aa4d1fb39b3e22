import { describe, expect, test } from "vitest";
import { readingOf } from "../reading-of.ts";

const requestsOf = (text: string) => readingOf(text).requests;
const missing = (brief = "") => [{ type: "bulk", operation: "summaries", selection: "missing", brief }];
const anew = [{ type: "bulk", operation: "summaries", selection: "all", brief: "" }];
const sheets = [{ type: "bulk", operation: "sheets", selection: "all", brief: "" }];

describe("work on what there is", () => {
  test.each([
    "summarise all scenes",
    "Summarize every scene.",
    "please summarise all of the scenes",
    "can you summarise our scenes for me?",
    "write a summary for every scene without one",
    "write summaries for all scenes that don't have one yet",
    "summarise every scene without a summary",
    "summarise the scenes that have no summary",
    "for every scene without a summary, write one",
    "write the missing summaries",
  ])("the summaries that are missing: “%s”", (text) => {
    expect(requestsOf(text)).toEqual(missing());
  });

  test("how they should be is kept as the brief", () => {
    expect(requestsOf("summarise all scenes in one sentence each")).toEqual(missing("in one sentence each"));
  });

  test.each([
    "summarise all scenes again",
    "summarize every scene anew, please",
    "rewrite all the summaries",
  ])("all of them: “%s”", (text) => {
    expect(requestsOf(text)).toEqual(anew);
  });

  test.each([
    "make sheets for all characters",
    "create a character sheet for every character",
    "give me sheets of the whole cast",
    "print character sheets for everyone",
    "make character sheets",
  ])("sheets: “%s”", (text) => {
    expect(requestsOf(text)).toEqual(sheets);
  });

  test.each([
    ["give them 5 more relationships", 5],
    ["create ten relationships between the characters", 10],
    ["make 3 new relationships at once", 3],
  ])("so many relationships: “%s”", (text, count) => {
    expect(requestsOf(text)).toEqual([{ type: "bulk", operation: "relationships", count, brief: "" }]);
  });

  test("what they should be is kept as the brief", () => {
    expect(requestsOf("add 4 rival relationships")).toMatchObject([{ count: 4, brief: "rival" }]);
  });

  test.each([
    "summarise the film",
    "summarise the scene",
    "summarise all scenes with Sarah",
    "summarise all scenes in the diner",
    "she summarises all scenes",
    "Sarah summarises all scenes",
    "Sarah reads the script and summarise all scenes",
    "maybe summarise all scenes",
    "don't summarise all scenes",
    "should we summarise all scenes",
    "who summarised all the scenes?",
    "write a summary for the diner scene",
    "make sheets for Sarah",
    "make call sheets for all characters",
    "change the sheets for all characters",
    "give her 5 more relationships",
    "create 3 relationships between Sarah and John",
    "Sarah has 3 relationships",
    "the hotel needs fresh sheets for everyone",
    "“summarise all scenes”",
  ])("starts nothing: “%s”", (text) => {
    expect(requestsOf(text).filter(({ type }) => type === "bulk")).toEqual([]);
  });
});
