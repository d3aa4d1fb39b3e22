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

  test.each([
    ["union lawyer = Graham Oduya, 54, never loses his temper", "Graham Oduya", "male"],
    ["Madame Celeste, 60, owns the salon", "Madame Celeste", "female"],
  ])("%s", (text, name, gender) => {
    const read = inShort(readingOf(text)).find((one) => one.startsWith(`character ${name}`));
    expect(read).toContain(`gender=${gender}`);
  });

  test.each([
    ["John hires Graham Oduya, 54, a lawyer, and loses his temper", "Graham Oduya"],
    ["she is late. Keziah Bole, 17, a babysitter, calls her", "Keziah Bole"],
  ])("%s: the pronoun may be another's", (text, name) => {
    const read = inShort(readingOf(text)).find((one) => one.startsWith(`character ${name}`));
    expect(read).not.toContain("gender=");
  });
});
