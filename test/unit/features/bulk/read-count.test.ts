import { describe, expect, test } from "vitest";
import { MAX_BULK_ITEMS } from "../../../../src/domain/operation.ts";
import { readCount } from "../../../../src/features/bulk/read-count.ts";

describe("a count", () => {
  test.each([
    ["", "How many is missing"],
    [" ", "How many is missing"],
    ["0", "None at all"],
    ["zero", "None at all"],
    ["-3", "-3 is less than none"],
    ["−3", "less than none"],
    ["2.5", "2.5 is no whole number"],
    ["0,5", "0,5 is no whole number"],
    ["1e3", "please write it out"],
    ["abc", "I cannot read “abc” as a number"],
    ["NaN", "I cannot read “NaN”"],
    ["Infinity", "I cannot read “Infinity”"],
    ["0x10", "I cannot read “0x10”"],
    ["١٠", "I cannot read"],
    [MAX_BULK_ITEMS + 1, "more than one operation holds"],
    ["99999999999999999999", "more than one operation holds"],
    [Number.NaN, "I cannot read"],
    [2.5, "no whole number"],
    ["x".repeat(50_000), "I cannot read “xxx"],
  ])("of %j is refused by what is wrong with it", (said, problem) => {
    expect(() => readCount(said)).toThrow(
      expect.objectContaining({
        code: "invalid",
        message: expect.stringMatching(new RegExp(`${problem}[^]* from 1 to ${MAX_BULK_ITEMS}\\.$`)),
        hint: "Type for example: /bulk characters 10",
      }),
    );
  });

  test("that is refused is not quoted whole", () => {
    expect(() => readCount("x".repeat(50_000))).toThrow(/^.{1,150}$/);
  });

  test.each([
    ["1", 1],
    [" 10 ", 10],
    ["+7", 7],
    ["ten", 10],
    ["Twenty-five", 25],
    ["1,000", 1_000],
    ["10 000", 10_000],
    [MAX_BULK_ITEMS, MAX_BULK_ITEMS],
  ])("of %j is %d", (said, count) => {
    expect(readCount(said)).toBe(count);
  });
});
