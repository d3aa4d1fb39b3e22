import { describe, expect, test } from "vitest";
import { readFailure } from "../../../../src/adapters/openai/failure.ts";

const limited = (headers: Record<string, string>) => ({ status: 429, headers: new Headers(headers) });

describe("how long a 429 asks to wait", () => {
  test.each([
    [{ "retry-after": "2" }, 2_000],
    [{ "retry-after": "0.5" }, 500],
    [{ "retry-after": "9", "retry-after-ms": "120" }, 120],
    [{ "x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "6m0s" }, 360_000],
    [{ "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "250ms" }, 250],
    [{ "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "1h2m3.5s" }, 3_723_500],
    [
      {
        "x-ratelimit-remaining-requests": "59",
        "x-ratelimit-reset-requests": "1m0s",
        "x-ratelimit-remaining-tokens": "0",
        "x-ratelimit-reset-tokens": "3s",
      },
      3_000,
    ],
    [{ "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "soon" }, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{ "x-ratelimit-reset": "60" }, undefined],
    [{}, undefined],
  ])("%o: %s ms", (headers, ms) => {
    expect(readFailure(limited(headers as unknown as Record<string, string>)).retryAfterMs).toBe(ms);
  });

  test("a time of the clock is a wait until then", () => {
    const at = Date.now() + 5_000;
    for (const headers of [
      { "x-ratelimit-reset": String(at) },
      { "retry-after": new Date(at).toUTCString() },
    ]) {
      const { retryAfterMs = 0 } = readFailure(limited(headers as unknown as Record<string, string>));
      expect(retryAfterMs).toBeGreaterThan(3_000);
      expect(retryAfterMs).toBeLessThanOrEqual(5_000);
    }
  });
});
