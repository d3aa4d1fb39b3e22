import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string, focus: readonly string[] = []) => inShort(readingOf(text, { focus }));

describe("people brought in with looser words", () => {
  test.each([
    ["main character will be Noemi, 31, surgeon", "character Noemi! age=31 occupation=surgeon role=lead"],
    ["next character - Yara (25), street vendor", "character Yara! age=25 occupation=street vendor"],
    ["The name of the killer is Bruno", "character Bruno! archetype=killer"],
    ["the guy who runs the motel is called Stu", "character Stu! gender=male"],
    ["here's a character for you: Tino, 16", "character Tino! age=16"],
  ])("%s", (text, statement) => expect(read(text)).toEqual([statement]));
});

describe("renamed, and taken out, in other words", () => {
  test.each([
    ["let's call John Ivan from now on", ["rename John Ivan"]],
    ["John should be named Jakob", ["rename John Jakob"]],
    ["Tom becomes Thomas", ["rename Tom Thomas"]],
    ["Tom's new name: Tadeusz", ["rename Tom Tadeusz"]],
    ["Tom → Tomasz", ["rename Tom Tomasz"]],
    ["throw out Sarah", ["remove Sarah"]],
    ["take Tom out of the story", ["remove Tom"]],
    ["we're cutting John", ["remove John"]],
    ["lose the silver lighter", ["remove silver lighter"]],
    ["kill the diner scene", ["remove INT. DINER - NIGHT"]],
    ["kill Tom", []],
    ["Tom becomes angry", []],
    ["take Tom to the airport", []],
    ["we're cutting John's lines", []],
  ])("%s", (text, statements) => expect(read(text)).toEqual(statements));
});

describe("ties set down with signs, and as things that happened", () => {
  test.each([
    ["Tom: Sarah's little brother", ["Tom sibling Sarah"]],
    ["Sarah's mom = Karen", ["Karen Whitlock parent Sarah"]],
    ["John fell in love with Sarah", ["John lover Sarah"]],
    ["Sarah got engaged to Tom", ["Sarah fiancé Tom"]],
    ["John trained Tom", ["John mentor Tom"]],
  ])("%s", (text, statements) => expect(read(text)).toEqual(statements));

  test("the relative of one may be new", () => {
    expect(read("her boyfriend's name is Marco", ["sarah"])).toEqual([
      "character Marco! gender=male",
      "Marco partner Sarah",
    ]);
  });
});

describe("places and small things", () => {
  test.each([
    ["The Diner: greasy, neon, open all night", ["location Diner description=greasy, neon, open all night"]],
    ["the diner is dark and smells of bleach", ["location Diner description=dark and smells of bleach"]],
    ["John's apartment: tiny, no heating", ["location John's Apartment! description=tiny, no heating"]],
    ["the diner is booked", []],
    ["Sarah's hair is silver", ["character Sarah appearance=hair is silver"]],
    ["Karen aka the Hammer", ["character Karen Whitlock aliases=The Hammer"]],
    ["the silver lighter belongs to Tom", ["prop silver lighter owner=Tom"]],
    ["Sarah uses a wheelchair", ["character Sarah disability=uses a wheelchair"]],
    ["John values loyalty above all", ["character John values=loyalty"]],
    ["Tom is working as mechanic", ["character Tom occupation=mechanic"]],
    ["Tom is gay", ["character Tom orientation=gay"]],
  ])("%s", (text, statements) => expect(read(text)).toEqual(statements));
});

describe("talk of other works and of people in the room tells nothing of the film", () => {
  test.each([
    ["Rewatched Leon last night. Mathilda is twelve and Leon is a hitman."],
    ["Meet Ines. She runs our catering, she's 45."],
    ["I met a stuntman called Rex yesterday, he is 50"],
    ["Keira Knightley is 40 now"],
  ])("%s", (text) => expect(read(text)).toEqual([]));

  test("but an order in it holds", () => {
    expect(read("I just met a judge. Create a character named Vera, a judge")).toEqual([
      "character Vera! occupation=judge",
    ]);
  });
});
