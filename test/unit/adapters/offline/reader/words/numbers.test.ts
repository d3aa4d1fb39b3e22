import { expect, test } from "vitest";
import { decade } from "../../../../../../src/adapters/offline/reader/words/numbers.ts";
import { wordNumber } from "../../../../../../src/lib/number-words.ts";

test.each([
  ["28", 28],
  ["twenty-eight", 28],
  ["twenty eight", 28],
  ["fourty", 40],
  ["nineteen", 19],
  ["a dozen", 12],
  ["twenty-teen", undefined],
  ["28th", undefined],
  ["", undefined],
])("wordNumber %s", (words, expected) => expect(wordNumber(words)).toBe(expected));

test.each([
  ["thirties", 30],
  ["30s", 30],
  ["'30s", undefined],
  ["1970s", undefined],
  ["parties", undefined],
])("decade %s", (word, expected) => expect(decade(word)).toBe(expected));
