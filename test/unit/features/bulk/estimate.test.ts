import { describe, expect, test } from "vitest";
import { estimate, estimateText, minutesOf, needsYes } from "../../../../src/features/bulk/estimate.ts";

const offline = { ms: 5 };
const model = { ms: 1_500, tokens: { input: 900, output: 300 } };
const prices = { input: 1, output: 10 };

describe("what bulk work takes", () => {
  test("offline is told in time only", () => {
    expect(estimate(400, offline, prices)).toEqual({ items: 400, seconds: 2 });
  });

  test("with a model is told in tokens, and in money where prices are known", () => {
    expect(estimate(400, model)).toEqual({
      items: 400,
      seconds: 600,
      tokens: { input: 360_000, output: 120_000 },
    });
    expect(estimate(400, model, prices).cost).toBeCloseTo(1.56);
  });

  test("is rounded to what an estimate knows", () => {
    expect(estimateText(estimate(400, model, prices))).toBe(
      "about 10 minutes, about 480,000 tokens, about $1.56",
    );
    expect(estimateText(estimate(400, offline))).toBe("less than a minute");
    expect(estimateText(estimate(12_000, offline))).toBe("about a minute");
    expect(estimateText(estimate(10_000, model))).toBe("about 4 hours, about 12,000,000 tokens");
    expect(estimateText(estimate(1, model, prices))).toContain("less than $0.01");
    expect(minutesOf(estimate(1, offline))).toBe(1);
  });

  test("is asked about over so many items, or so much money", () => {
    expect(needsYes(estimate(200, offline))).toBe(false);
    expect(needsYes(estimate(201, offline))).toBe(true);
    expect(needsYes(estimate(25, model, prices))).toBe(false);
    expect(needsYes(estimate(26, model))).toBe(true);
    expect(needsYes(estimate(10, model, { input: 100, output: 100 }))).toBe(true);
  });
});
