import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("what a pronoun tells", () => {
  test.each([
    [
      "B story lead: Coretta, 44, teaches line dancing, wont admit shes lonely",
      [
        "character Coretta! age=44 background=teaches line dancing, wont admit shes lonely gender=female role=lead",
      ],
    ],
    [
      "NEW CAST\n- Dana Whitlock, 52, lawyer\n- Teo Whitlock, 24, her son",
      [
        "character Dana Whitlock! age=52 gender=female occupation=lawyer",
        "character Teo Whitlock! age=24 gender=male",
        "Teo Whitlock child Dana Whitlock",
      ],
    ],
  ] as const)("%s", (text, expected) => {
    expect(inShort(readingOf(text, { film: false }))).toEqual(expected);
  });
});
