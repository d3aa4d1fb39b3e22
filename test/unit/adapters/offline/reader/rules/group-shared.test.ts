import { describe, expect, test } from "vitest";
import { inShort, readingOf } from "../reading-of.ts";

describe("what several are called together", () => {
  test.each([
    ["two paramedics. Kit, 29, chatty. Bronagh, 41, tall", ["Kit", "Bronagh"], "occupation=paramedic"],
    ["its about two brothers, Sam and Joe, who run a garage", ["Sam", "Joe"], "gender=male"],
  ] as const)("%s", (text, names, said) => {
    const read = inShort(readingOf(text, { film: false }));
    for (const name of names) expect(read.find((one) => one.startsWith(`character ${name}`))).toContain(said);
  });

  test("more or fewer are named than are told of: nothing is shared", () => {
    const read = inShort(readingOf("three paramedics. Kit, 29, chatty. Bronagh, 41, tall", { film: false }));
    expect(read.join()).not.toContain("paramedic");
  });
});
