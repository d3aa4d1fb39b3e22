import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const people = (text: string): string[] =>
  inShort(readingOf(text)).flatMap((line) => /^character ([^!=]+?)(?:!| \w+=|$)/.exec(line)?.[1] ?? []);

describe("another name of somebody the message brings in", () => {
  test.each([
    ["the kid. Ottoline, goes by Otto, eleven, stows away on the ship", "Ottoline"],
    ["theres a bartender too, goes by Lucky, real name Luc Moreau", "Lucky"],
    ["Kid sidekick: Beansprout (real name Benjamin Tran), 10, pickpocket", "Beansprout"],
  ])("%s", (text, name) => {
    expect(new Set(people(text))).toEqual(new Set([name]));
  });
});

describe("people of the room", () => {
  test.each([
    ["i had a neighbour like that. gary. kept eels"],
    ["the guy from the padel place rang back. Stuart. nice man. no"],
    ["Met Hanna today. She's 34, a stuntwoman from Prague. Let's call her back next week."],
  ])("says nothing: %s", (text) => {
    expect(readingOf(text).statements).toEqual([]);
  });
});
