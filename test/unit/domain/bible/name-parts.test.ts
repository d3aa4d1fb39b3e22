import { expect, test } from "vitest";
import { genderOfTitle, namePartsOf } from "../../../../src/domain/bible/name-parts.ts";

test.each([
  ["Dr. Helen J. Voss Jr.", { title: "dr", words: ["helen", "j", "voss"], suffix: "jr" }],
  ["Doctor Voss", { title: "dr", words: ["voss"] }],
  ["The Captain", { words: ["captain"] }],
  ["Captain Ahab", { title: "captain", words: ["ahab"] }],
  ["Sarah Connor", { words: ["sarah", "connor"] }],
  ["Junior", { words: ["junior"] }],
  ["Henry IV", { words: ["henry"], suffix: "iv" }],
  ["!", { words: [] }],
])("%s", (name, parts) => {
  expect(namePartsOf(name)).toEqual(parts);
});

test("some titles tell a gender", () => {
  expect(["mrs", "uncle", "dr", undefined].map(genderOfTitle)).toEqual([
    "female",
    "male",
    undefined,
    undefined,
  ]);
});
