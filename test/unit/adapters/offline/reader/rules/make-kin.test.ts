import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

const read = (text: string): string[] => inShort(readingOf(text, { film: true }));

describe("kin of somebody of the film whose name comes later", () => {
  test.each([
    [
      "make John's sister a nurse, call her Ama",
      ["character Ama! gender=female occupation=nurse", "Ama sibling John"],
    ],
    ["Add also brother of John. His name is Marek.", ["character Marek! gender=male", "Marek sibling John"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([["make my sister a sandwich, call her later"]])("says nothing: %s", (text) => {
    expect(readingOf(text, { film: true }).statements).toEqual([]);
  });
});
