import fc from "fast-check";
import { expect, test } from "vitest";
import { rangesOf } from "../../../src/lib/ranges.ts";

test("runs without gaps, none longer than asked, together all the numbers and no others", () => {
  expect(rangesOf([0, 1, 2, 5], 2)).toEqual([
    { first: 0, last: 1 },
    { first: 2, last: 2 },
    { first: 5, last: 5 },
  ]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300)), fc.integer({ min: 1, max: 12 }), (some, size) => {
      const numbers = some.toSorted((a, b) => a - b);
      const ranges = rangesOf(numbers, size);
      expect(
        ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
      ).toEqual(numbers);
      expect(ranges.every(({ first, last }) => last - first < size)).toBe(true);
    }),
  );
});
