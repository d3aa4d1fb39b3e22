import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldSounds, nearSoundKeys, soundKey, soundKeys } from "../../../src/lib/sound-key.ts";

describe("soundKey", () => {
  test.each([
    ["Sarah", "Sara", "Sarha", "SARRAH", "Sariah"],
    ["Jon", "John", "Jhon", "Joan"],
    ["Catherine", "Katharine", "Kathryn", "Catharina"],
    ["Philip", "Filip", "Phillip"],
    ["Zoë", "Zoe", "Zoey"],
    ["Émile", "Emil", "Emily", "Amelie"],
    ["Eric", "Erik", "Erick"],
    ["Wright", "Right", "Rgiht"],
    ["Sean", "Shawn"],
    ["McDonald", "MacDonald"],
  ])("is one for %s, %s and their like", (...words) => {
    expect(new Set(words.map(soundKey)).size).toBe(1);
  });

  test.each([
    ["Sarah", "Maria"],
    ["Mary", "Mark"],
    ["Ian", "Noah"],
    ["Guard 1", "Guard 2"],
    ["Мария", "Иван"],
  ])("tells %s from %s", (one, other) => {
    expect(soundKey(one)).not.toBe(soundKey(other));
  });

  test("begins with a mark that no name has, and is empty without letters", () => {
    expect(soundKey("Sarah")).toBe("~sr");
    expect(soundKey("Anna")).toBe("~*n");
    expect(soundKey("!?")).toBe("");
  });

  test("the letters after the first may be swapped in any way", () => {
    const word = fc.stringMatching(/^[a-z]{2,12}$/);
    fc.assert(
      fc.property(word, fc.infiniteStream(fc.nat()), (letters, draws) => {
        const rest = [...letters.slice(1)].filter((letter) => !"hwyckqpgzeiouas".includes(letter));
        const plain = letters.slice(0, 1) + [...new Set(rest)].join("");
        const shuffled = [...new Set(rest)]
          .map((letter) => ({ letter, at: draws.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ letter }) => letter);
        fc.pre(!"hwykgp".includes(plain.charAt(0)) && !shuffled.includes(plain.charAt(0)));
        expect(soundKey(plain.charAt(0) + shuffled.join(""))).toBe(soundKey(plain));
      }),
    );
  });
});

describe("soundKeys", () => {
  test("has one for each word and one for the whole", () => {
    expect(soundKeys("Mary Ann")).toEqual(["~mr", "~*n", "~mnr"]);
    expect(soundKeys("Maryann")).toEqual(["~mnr"]);
    expect(soundKeys("The Diner")).toEqual(["~dnr"]);
    expect(soundKeys("🦊")).toEqual([]);
  });

  test("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const key of soundKeys(text)) expect(key).toMatch(/^~./su);
      }),
    );
  });
});

describe("nearSoundKeys", () => {
  test.each([
    ["Thomson", "Thompson"],
    ["Robet", "Robert"],
    ["Marcus", "Macus"],
  ])("%s leads to %s by one consonant, and back", (slip, meant) => {
    expect(nearSoundKeys(soundKey(slip))).toContain(soundKey(meant));
    expect(nearSoundKeys(soundKey(meant))).toContain(soundKey(slip));
  });

  test("a word of two sounds has none", () => {
    expect(nearSoundKeys(soundKey("Sarag"))).toContain(soundKey("Sarah"));
    expect(nearSoundKeys(soundKey("Sarah"))).toEqual([]);
  });

  test("are few", () => {
    expect(nearSoundKeys(soundKey("Alexandria")).length).toBeLessThan(26);
  });
});

test("foldSounds keeps the vowels, so that it tells Tim from Tom", () => {
  expect(foldSounds("Tim")).not.toBe(foldSounds("Tom"));
  expect(foldSounds("Jon")).toBe(foldSounds("John"));
});
