import { describe, expect, test } from "vitest";
import { createProviderLimit } from "../../../../src/adapters/openai/provider-limit.ts";

describe("createProviderLimit", () => {
  function lab() {
    let now = 1_000;
    const limit = createProviderLimit(() => now);
    const pass = (ms: number): void => {
      now += ms;
    };
    return { limit, pass };
  }

  test("lasts as long as the provider says, and then no longer", () => {
    const { limit, pass } = lab();
    expect(limit.left()).toBe(0);
    expect(limit.hit(2_000)).toBe(2_000);
    pass(1_500);
    expect(limit.left()).toBe(500);
    pass(500);
    expect(limit.left()).toBe(0);
  });

  test("a shorter answer never ends a longer rest", () => {
    const { limit, pass } = lab();
    limit.hit(5_000);
    pass(100);
    expect(limit.hit(1_000)).toBe(4_900);
    expect(limit.hit(6_000)).toBe(6_000);
  });

  test("without a time it doubles from one rest to the next, not within one, and an answer ends that", () => {
    const { limit, pass } = lab();
    expect(limit.hit(undefined)).toBe(1_000);
    expect(limit.hit(undefined)).toBe(1_000);
    pass(1_000);
    expect(limit.hit(undefined)).toBe(2_000);
    pass(2_000);
    limit.answered();
    expect(limit.hit(undefined)).toBe(1_000);
  });

  test("has an end, whatever the provider says", () => {
    const { limit, pass } = lab();
    expect(limit.hit(Number.MAX_SAFE_INTEGER)).toBe(900_000);
    for (let round = 0; round < 20; round += 1) {
      pass(900_000);
      limit.hit(undefined);
    }
    expect(limit.left()).toBe(60_000);
  });
});
