import { describe, expect, test } from "vitest";
import { inFull, readingOf } from "../reading-of.ts";

const read = (text: string, focus: readonly string[] = []): string[] => inFull(readingOf(text, { focus }));
const SCENE = "scene INT. DINER - NIGHT";

describe("who is in a scene", () => {
  test.each([
    ["add Tom to the diner scene", [`${SCENE} characters=Tom`]],
    ["put tom and sarah in the diner scene please", [`${SCENE} characters=Tom+Sarah`]],
    ["Tom is in the diner scene too", [`${SCENE} characters=Tom`]],
    ["Sarah appears in the diner scene", [`${SCENE} characters=Sarah`]],
    ["add Bob to the diner scene", [`${SCENE} characters=Bob`]],
    ["add Tom to scene 3", ["scene scene 3 characters=Tom"]],
    ["take Tom out of the diner scene", [`${SCENE} -characters=Tom`]],
    ["delete John from the diner scene", [`${SCENE} -characters=John`]],
    ["Tom isn't in the diner scene anymore", [`${SCENE} -characters=Tom`]],
    ["take Tom out of INT. DINER - NIGHT", [`${SCENE} -characters=Tom`]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test("this scene is the one spoken of", () => {
    expect(read("add Tom to this scene", ["scene"])).toEqual([`${SCENE} characters=Tom`]);
  });

  test.each(["should Tom be in the diner scene?", "Tom is late", "maybe add Tom to the diner scene"])(
    "not: %s",
    (text) => expect(read(text)).toEqual([]),
  );
});

describe("a slug line after a sentence", () => {
  test("begins a scene in the middle of the line", () => {
    expect(read("Sarah is 28. EXT. PIER - DAWN Tom waits for Sarah.")).toEqual([
      "character Sarah age=28",
      "scene EXT. PIER - DAWN! characters=Tom+Sarah heading=EXT. PIER - DAWN int_ext=EXT location=Pier set=PIER summary=Tom waits for Sarah. time_of_day=DAWN",
      "location Pier!",
    ]);
  });

  test("which a person writes, and Backlot need not", () => {
    expect(readingOf("add a scene. EXT. PIER - DAWN Tom waits.").requests).toEqual([]);
  });

  test("takes capitals", () => {
    expect(read("Tom is 40. Int. is short for interior.")).toEqual(["character Tom age=40"]);
  });
});

describe("a name typed nearly like somebody's", () => {
  test.each([
    ["Srah is 31 now", ["character Srah ~ age=31"]],
    ["Jon is a doctor", ["character Jon occupation=doctor"]],
    ["Karin is 31", ["character Karin age=31"]],
    ["Bob is 31", ["character Bob! age=31"]],
    ["create a character named Jon, 31", ["character Jon! age=31"]],
  ])("makes nobody new: %s", (text, expected) => expect(read(text)).toEqual(expected));
});
