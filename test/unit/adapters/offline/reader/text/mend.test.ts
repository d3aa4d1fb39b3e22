import { describe, expect, test } from "vitest";
import { mend } from "../../../../../../src/adapters/offline/reader/text/mend.ts";
import { tokenize } from "../../../../../../src/adapters/offline/reader/text/tokenize.ts";

const mended = (text: string): string =>
  mend(tokenize(text))
    .map((token) => token.low)
    .join(" ");

describe("what is typed in haste or put together as elsewhere is read as what it stands for", () => {
  test.each([
    ["sarah n john r cousins", "sarah and john are cousins"],
    ["a char caled Bo", "a character called bo"],
    ["She have 30 years", "she is 30 years"],
    ["Maya have red hair", "maya has red hair"],
    ["afraid from dogs", "afraid of dogs"],
    ["dude he is gonna be a cop", "he is a cop"],
    ["In my story there is a witch", "there is a witch"],
    ["my villain is Ann", "our villain is ann"],
    ["a girl of 12 years", "a girl aged 12 years"],
    ["ok (1) Ann is 3 (2) Bo is 4", "ok \n ann is 3 \n bo is 4"],
    ["Name: Otto | Age: 58", "name : otto \n age : 58"],
  ])("%s", (text, low) => expect(mended(text)).toBe(low));
});

describe("what means itself stays", () => {
  test.each([
    ["Sarah and John have a dog"],
    ["N is the eleventh letter of R"],
    ["my brother is a cop"],
    ["hello"],
    ["Lily (7) and Sam (10)"],
    ["he comes from Oslo"],
    ["one of them is here"],
  ])("%s", (text) =>
    expect(mended(text)).toBe(
      tokenize(text)
        .map((token) => token.low)
        .join(" "),
    ),
  );
});

test("every token stands where it stood", () => {
  const text = "so basically she have 30 years n her bro is tall";
  for (const token of mend(tokenize(text))) expect(text.slice(token.start, token.end)).toBe(token.text);
});
