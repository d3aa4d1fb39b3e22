import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom, mix, permute, rotate } from "../../../src/lib/random.ts";

describe("createRandom", () => {
  test("draws the same row from the same seed and another from another", () => {
    const row = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.int(1_000_000));
    };
    expect(row(7)).toEqual(row(7));
    expect(row(7)).not.toEqual(row(8));
  });

  test("keeps within bounds and reaches both ends", () => {
    const random = createRandom(3);
    const drawn = Array.from({ length: 500 }, () => random.between(2, 5));
    expect(new Set(drawn)).toEqual(new Set([2, 3, 4, 5]));
    const parts = Array.from({ length: 500 }, () => random.next());
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...parts)).toBeLessThan(1);
    const heads = Array.from({ length: 2_000 }, () => random.chance(0.25)).filter(Boolean).length;
    expect(heads).toBeGreaterThan(380);
    expect(heads).toBeLessThan(620);
  });

  test("picks members, samples different ones, and has nothing to pick from nothing", () => {
    const random = createRandom(1);
    expect(["a", "b"]).toContain(random.pick(["a", "b"]));
    expect(random.sample([1, 2, 3], 2)).toHaveLength(2);
    expect(random.sample([1, 2, 3], 9).toSorted()).toEqual([1, 2, 3]);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});

test("mix tells its parts and their order apart", () => {
  const all = [mix(1, 2), mix(2, 1), mix("ab"), mix("ba"), mix(1), mix("1", "2"), mix()];
  expect(new Set(all).size).toBe(all.length);
  expect(mix(1, "x")).toBe(mix(1, "x"));
});

describe("permute", () => {
  test("is a shuffle: every index has its own place", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer(), (size, key) => {
        const places = Array.from({ length: size }, (_, index) => permute(index, size, key));
        expect(new Set(places).size).toBe(size);
        expect(Math.max(...places)).toBe(size - 1);
        expect(Math.min(...places)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  test("another key is another shuffle", () => {
    const shuffle = (key: number) => Array.from({ length: 50 }, (_, index) => permute(index, 50, key));
    expect(shuffle(1)).not.toEqual(shuffle(2));
  });

  test("refuses an index outside", () => {
    expect(() => permute(5, 5, 1)).toThrow(RangeError);
    expect(() => permute(-1, 5, 1)).toThrow(RangeError);
  });
});

test("rotate gives all before any comes twice", () => {
  const list = ["a", "b", "c"];
  const drawn = Array.from({ length: 6 }, (_, index) => rotate(list, index, 9));
  expect(drawn.slice(0, 3).toSorted()).toEqual(list);
  expect(drawn.slice(3).toSorted()).toEqual(list);
  expect(() => rotate([], 0, 1)).toThrow(RangeError);
});
