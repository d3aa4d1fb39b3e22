import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string, focus?: string): string[] =>
  inShort(readingOf(text, focus === undefined ? {} : { focus: [focus] }));

describe("what is said of someone known", () => {
  test.each([
    ["make Sarah 29", ["character Sarah age=29"]],
    ["sarah's 29 now", ["character Sarah age=29"]],
    ["change johns job to lawyer", ["character John occupation=lawyer"]],
    ["Sarah is afraid of water", ["character Sarah fear=water"]],
    ["the detective is 52, not 30", ["character John age=52"]],
    ["Sarah is not a cop, she's a photographer", ["character Sarah occupation=photographer"]],
    ["Tom is stubborn, impulsive and loyal", ["character Tom traits=stubborn+impulsive+loyal"]],
    ["John's biggest fear is being forgotten", ["character John fear=being forgotten"]],
    ["give John a limp and a bad temper", ["character John appearance=a limp flaw=a bad temper"]],
    ["I want Sarah to be a photographer", ["character Sarah occupation=photographer"]],
    ["goal for Sarah: revenge", ["character Sarah want=revenge"]],
    ['everyone calls Tom "Two Shoes"', ["character Tom aliases=Two Shoes"]],
    ["Sarah carries a red notebook", ["prop red notebook! owner=Sarah"]],
    ["The Diner is a run-down place", ["location Diner description=a run-down place"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ["she is actually a photographer", "sarah", ["character Sarah occupation=photographer"]],
    ["his nickname is Ace", "john", ["character John aliases=Ace"]],
    ["let's make him a lawyer instead", "john", ["character John occupation=lawyer"]],
    ["she is a photographer", "john", []],
  ])("%s, with %s in focus", (text, focus, expected) => expect(read(text, focus)).toEqual(expected));

  test("names the entry meant", () => {
    const [one] = readingOf("She is 29", { focus: ["sarah"] }).statements;
    expect(one).toMatchObject({
      subject: { entry_id: "sarah", name: "Sarah", start: 0, end: 3 },
      explicit: false,
    });
  });
});

describe("renaming", () => {
  test.each([
    ["rename John to Jack", undefined, ["rename John Jack"]],
    ["change Sarah's name to Sofia", undefined, ["rename Sarah Sofia"]],
    ["no, her name is Sara", "sarah", ["rename Sarah Sara"]],
    ["it's spelled Marija", "sarah", ["rename Sarah Marija"]],
    ["it's Sara, not Sarah", undefined, ["rename Sarah Sara"]],
    ["call him Jack instead", "john", ["rename John Jack"]],
    ["no, he is called Jan", "john", ["rename John Jan"]],
    ["Rename the diner to Mel's", undefined, ["rename Diner Mel's"]],
  ])("%s", (text, focus, expected) => expect(read(text, focus)).toEqual(expected));
});

describe("removing", () => {
  test.each([
    ["delete the diner scene", undefined, ["remove INT. DINER - NIGHT"]],
    ["cut the scene in the diner", undefined, ["remove INT. DINER - NIGHT"]],
    ["remove john", undefined, ["remove John"]],
    ["get rid of Karen and Tom", undefined, ["remove Karen Whitlock", "remove Tom"]],
    ["scrap the silver lighter", undefined, ["remove silver lighter"]],
    ["we don't need Tom anymore, delete him", undefined, ["remove Tom"]],
    ["remove her from the film", "sarah", ["remove Sarah"]],
  ])("%s", (text, focus, expected) => expect(read(text, focus)).toEqual(expected));

  test.each([
    "delete all characters",
    "delete everything",
    "remove John's last line",
    "delete John from the harbour",
    "cut John some slack",
    "don't delete John",
    "what if we delete John?",
    "let's cut to the chase",
  ])("not: %s", (text) => expect(read(text)).toEqual([]));
});
