import { describe, expect, test } from "vitest";
import { inFull, readingOf } from "../reading-of.ts";

const read = (text: string, focus?: string): string[] =>
  inFull(readingOf(text, focus === undefined ? {} : { focus: [focus] }));

describe("what is said of several at once", () => {
  test.each([
    ["everyone in the heist crew is in their forties", "character heist crew[group] age_range=40s"],
    ["everyone in the heist crew is 40 and Irish", "character heist crew[group] age=40 ethnicity=Irish"],
    ["the whole heist crew wears masks", "character heist crew[group] wardrobe=masks"],
    ["the heist crew are all Irish", "character heist crew[group] ethnicity=Irish"],
    ["all members of the choir are deaf", "character choir[group] disability=deaf"],
    ["the entire Rossi family is wealthy", "character Rossi family[group] class=wealthy"],
    ["everyone in the heist crew is no longer brave", "character heist crew[group] -traits=brave"],
    ["everyone in the heist crew works for Karen", "heist crew employee Karen Whitlock"],
    ["all the cops are corrupt", "character cop[occupation] traits=corrupt"],
    ["all of the detectives wear trench coats", "character detective[occupation] wardrobe=trench coats"],
    ["the cops are all in their fifties", "character cop[occupation] age_range=50s"],
    ["everybody in the diner scene is scared", "character diner scene[scene] traits=scared"],
    ["everyone in scene 3 is Irish", "character scene 3[scene] ethnicity=Irish"],
    ["all characters are Irish", "character all characters[all] ethnicity=Irish"],
    ["everybody is Irish", "character everybody[all] ethnicity=Irish"],
    ["make all the cops 50", "character cop[occupation] ~ age=50"],
    ["make everyone in the heist crew Irish", "character heist crew[group] ~ ethnicity=Irish"],
    ["set everyone's age to 30", "character everyone[all] ~ age=30"],
    ["give everyone in the heist crew a scar", "character heist crew[group] appearance=a scar"],
  ])("%s", (text, expected) => expect(read(text)).toEqual([expected]));

  test("points at the words, and at the scene that is meant", () => {
    const text = "Well, everybody in the diner scene is scared";
    const [one] = readingOf(text).statements;
    const subject = one?.type === "entry" ? one.subject : undefined;
    expect(text.slice(subject?.start, subject?.end)).toBe("everybody in the diner scene");
    expect(subject).toMatchObject({ entry_id: "scene", group: { by: "scene", value: "diner scene" } });
  });

  test.each([
    "everyone in the heist crew except Tom is Irish",
    "all the cops are corrupt, except Tom",
    "all the cops but Dan are corrupt",
    "not all the cops are corrupt",
    "nobody in the heist crew is brave",
    "all cops are corrupt",
    "the cops are corrupt",
    "are all the cops corrupt?",
    "maybe everyone in the heist crew is Irish",
    "everyone is tired",
    "everyone loves Sarah",
    "everyone at the diner hates Tom",
    "everyone in the crew is stubborn",
    "the camera crew is late",
    "everyone in the writing team is stubborn",
    "every hero needs a flaw",
    "all characters need better motivations",
    "all the characters are too similar",
    "can everyone share their notes on John by tonight",
    "make everyone laugh",
    "delete everyone in the heist crew",
    "override: make everyone 1",
  ])("not: %s", (text) => expect(read(text)).toEqual([]));
});

describe("who is in a group", () => {
  const crew = (...names: string[]) => names.map((name) => `character ${name} groups=heist crew`);

  test.each([
    ["Sarah, Tom and John are in the heist crew", crew("Sarah", "Tom", "John")],
    ["sarah and tom are in the heist crew", crew("Sarah", "Tom")],
    ["Tom is part of the heist crew", crew("Tom")],
    ["Tom is a member of the heist crew", crew("Tom")],
    ["Tom joins the heist crew", crew("Tom")],
    ["Tom belongs to the heist crew", crew("Tom")],
    ["add Tom to the heist crew", crew("Tom")],
    ["the heist crew is Sarah, Tom and John", crew("Sarah", "Tom", "John")],
    ["the heist crew: Sarah, Tom and Bob", crew("Sarah", "Tom", "Bob")],
    ["the heist crew consists of Sarah and Tom", crew("Sarah", "Tom")],
    ["the members of the heist crew are Sarah and Tom", crew("Sarah", "Tom")],
    ["Sarah's group is the heist crew", crew("Sarah")],
    ["Tom is no longer in the heist crew", ["character Tom -groups=heist crew"]],
    ["Tom isn't in the heist crew", ["character Tom -groups=heist crew"]],
    ["take Tom out of the heist crew", ["character Tom -groups=heist crew"]],
    ["kick Tom out of the gang", ["character Tom -groups=gang"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test("she is in it too", () => expect(read("she's in the heist crew too", "sarah")).toEqual(crew("Sarah")));

  test.each([
    "Tom is part of the problem",
    "Tom is in love",
    "Tom is in the kitchen",
    "Tom is in our team",
    "John is part of the crew",
    "the heist crew is great",
    "the heist crew is Sarah's idea",
    "add Tom to the channel",
    "add Sarah to the call",
  ])("not: %s", (text) => expect(read(text)).toEqual([]));
});

describe("what is said of several by name", () => {
  test.each([
    ["Tom and John are both 30", ["character Tom age=30", "character John age=30"]],
    [
      "Sarah and Tom are journalists",
      ["character Sarah occupation=journalist", "character Tom occupation=journalist"],
    ],
    [
      "Sarah and Tom are retired cops",
      ["character Sarah occupation=retired cop", "character Tom occupation=retired cop"],
    ],
    [
      "Sarah, Tom and John are Irish",
      ["character Sarah ethnicity=Irish", "character Tom ethnicity=Irish", "character John ethnicity=Irish"],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test.each(["Sarah and Tom are tired", "Sarah and John are the leads, obviously"])("not: %s", (text) =>
    expect(read(text)).toEqual([]),
  );
});
