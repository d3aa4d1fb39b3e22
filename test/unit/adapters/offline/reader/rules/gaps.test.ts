import { describe, expect, test } from "vitest";
import type { Gap } from "../../../../../../src/domain/reading/reading.ts";
import { inFull, readingOf } from "../reading-of.ts";

const gap = ({ wants, statement }: Gap): string => `${wants}: ${inFull({ statements: [statement] }).join()}`;
const gaps = (text: string, focus: readonly string[] = []): string[] =>
  (readingOf(text, { focus }).gaps ?? []).map(gap);

describe("somebody without a name", () => {
  test.each([
    ["create a character, 28, journalist", ["subject: character ! age=28 occupation=journalist"]],
    ["add a character", ["subject: character !"]],
    ["create a new character please", ["subject: character !"]],
    ["new character: female, 19, dancer", ["subject: character ! age=19 gender=female occupation=dancer"]],
    ["create someone who is a nurse", ["subject: character ! occupation=nurse"]],
    ["add a woman, 40, nurse", ["subject: character ! age=40 gender=female occupation=nurse"]],
    ["I need a character, 40, nurse", ["subject: character ! age=40 occupation=nurse"]],
    [
      "Create a character. She is 28 and a nurse.",
      ["subject: character ! age=28 gender=female occupation=nurse"],
    ],
    ["Sarah has a brother", ["from:  sibling Sarah (brother)"]],
    ["Sarah has a younger sister who is a nurse", ["from:  sibling Sarah (younger sister, nurse)"]],
    ["Sarah has a brother. He is 19 and a drummer.", ["from:  sibling Sarah (brother, 19, drummer)"]],
    ["Sarah has a son and a daughter", ["from:  child Sarah (son)", "from:  child Sarah (daughter)"]],
    ["Sarah and Tom have a daughter", ["from:  child Sarah (daughter, also child of Tom)"]],
    ["give Sarah a brother", ["from:  sibling Sarah (brother)"]],
    ["Sarah's father is a retired cop", ["from:  parent Sarah (father, retired cop)"]],
  ])("%s", (text, expected) => {
    expect(gaps(text)).toEqual(expected);
    expect(readingOf(text).statements).toEqual([]);
    expect(readingOf(text).requests).toEqual([]);
  });

  test("her boss is a crook", () => {
    expect(gaps("her boss is a crook", ["sarah"])).toEqual(["from:  employer Sarah (boss, crook)"]);
  });

  test("an order for them makes both ends", () => {
    expect(readingOf("Sarah has a brother").gaps).toMatchObject([
      { statement: { explicit: true, from: { name: "" }, to: { entry_id: "sarah" } }, wants: "from" },
    ]);
  });

  test("the rest of the message is read as ever", () => {
    expect(inFull(readingOf("Sarah is 28 and has a brother"))).toEqual(["character Sarah age=28"]);
    expect(gaps("Sarah is 28 and has a brother")).toHaveLength(1);
  });

  test.each([
    ["Create a character. Her name is Lila.", ["character Lila! gender=female"]],
    ["Create a character. Name: Lila. Age: 23.", ["character Lila! age=23"]],
    [
      "Sarah has a brother. His name is Theo.",
      ["character Theo! gender=male", "Theo sibling Sarah (brother)"],
    ],
    [
      "Jack has a brother, his name is Leo, he's 40",
      ["character Leo! age=40 gender=male", "Leo sibling Jack", "character Jack!"],
    ],
    [
      "Bob's got a son. he's called Tim and he's a plumber",
      ["character Tim! gender=male occupation=plumber", "Tim child Bob", "character Bob!"],
    ],
  ])("%s: the name follows", (text, expected) => {
    const reading = readingOf(text);
    expect(inFull(reading).map((one) => one.replace(/ \(brother\)$/, ""))).toEqual(
      expected.map((one) => one.replace(/ \(brother\)$/, "")),
    );
    expect(reading.gaps).toBeUndefined();
  });

  test.each([
    "Sarah has a brother in Leeds",
    "Sarah has a friend",
    "Sarah has a point",
    "Bob has a brother",
    "my sister has a son",
    "her boss is mean",
    "Sarah's mother is dead",
    "Tom is married",
    "maybe Sarah has a brother",
    "does Sarah have a brother?",
    "invent a villain",
    "create a villain",
    "create a random character",
    "we need a character for that",
    "the story needs a witness.",
  ])("not: %s", (text) => expect(gaps(text, ["sarah"])).toEqual([]));
});
