import { describe, expect, test } from "vitest";
import { Quota } from "../../../src/lib/quota.ts";

describe("a quota", () => {
  test("frees a slot when the window has passed since a use ended, not since it began", () => {
    const quota = new Quota({ count: 2, withinMs: 1_000 });
    const ends = [quota.begin(), quota.begin()];
    expect(quota.waitMs(0)).toBe(Number.POSITIVE_INFINITY);
    ends[0]?.(300);
    ends[1]?.(500);
    expect(quota.waitMs(500)).toBe(800);
    expect(quota.waitMs(1_300)).toBe(0);
    expect(quota.idle).toBe(false);
    expect(quota.waitMs(1_500)).toBe(0);
    expect(quota.idle).toBe(true);
  });

  test("keeps spare slots for those who ask for all of them", () => {
    const quota = new Quota({ count: 3, withinMs: 1_000 });
    quota.begin()(0);
    expect(quota.waitMs(0, 1)).toBe(0);
    quota.begin()(100);
    expect(quota.waitMs(100, 1)).toBe(900);
    expect(quota.waitMs(100)).toBe(0);
  });

  test("never spares its last slot away", () => {
    const quota = new Quota({ count: 1, withinMs: 1_000 });
    expect(quota.waitMs(0, 5)).toBe(0);
  });
});
