import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("a new name in other words than “rename”", () => {
  test.each([
    ["Tom goes by Theo now", ["rename Tom Theo"]],
    ["from now on the detective goes by Frost", ["rename John Frost"]],
    ["I want Tom to be called Theo", ["rename Tom Theo"]],
    ["Not John, Jonas!", ["rename John Jonas"]],
    ["new name for Tom: Theo", ["rename Tom Theo"]],
    ["replace the name Tom with Theo", ["rename Tom Theo"]],
    ["we've decided to call Tom Theo", ["rename Tom Theo"]],
    ["call the diner The Blue Moon", ["rename Diner The Blue Moon"]],
    ["the diner's name is Rosie's Place", ["rename Diner Rosie's Place"]],
  ])("%s", (text, said) => expect(inShort(readingOf(text))).toEqual(said));

  test.each([
    "Tom goes by bus",
    "Tom is in makeup now",
    "Tom is French now",
    "call Tom Friday",
    "the diner is now closed",
  ])("%s: none", (text) => expect(inShort(readingOf(text)).filter((one) => /^rename/.test(one))).toEqual([]));

  test("what follows is of the one renamed, by either name", () => {
    const after = readingOf("Rename Tom to Theo. Theo is 40, and he hates boats.").statements;
    const facts = after.filter((one) => one.type === "entry");
    expect(after[0]).toMatchObject({ type: "rename", name: "Theo" });
    expect(facts.map(({ subject, explicit }) => [subject.entry_id, explicit])).toEqual([["tom", false]]);
  });
});

describe("“her name is …” after others were spoken of", () => {
  test("is the name of the one without any", () => {
    const said = inShort(
      readingOf("Tom's teacher comes by one evening. Her name is Miss Anthi. She's young."),
    );
    expect(said.filter((one) => /^rename/.test(one))).toEqual([]);
    expect(said).toContain("character Miss Anthi age_range=young gender=female");
  });

  test("alone, it is a new one", () => {
    expect(inShort(readingOf("her name is Sara", { focus: ["sarah"] }))).toEqual(["rename Sarah Sara"]);
  });
});

describe("people of the room", () => {
  test.each([
    "The lady from the council rang. Her name is Mrs Blake. She wants the budget by Thursday.",
    "The lighting designer is Jorgen. He's Danish, and he's forty. He'll be with us from the second week.",
    "I had lunch with a stuntwoman. Her name is Carla, she's 38 and fearless.",
  ])("%s: none of the film", (text) => expect(readingOf(text).statements).toEqual([]));
});
