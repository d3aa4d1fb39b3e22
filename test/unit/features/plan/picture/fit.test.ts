import { describe, expect, test } from "vitest";
import { cut, wrap } from "../../../../../src/features/plan/picture/fit.ts";
import { textWidth } from "../../../../../src/features/plan/picture/letters.ts";

const type = { size: 10, weight: 600 };
const width = (text: string) => textWidth(text, type.size, type.weight);

describe("cut", () => {
  test("leaves what fits alone", () => {
    expect(cut("Logline", type, 100)).toBe("Logline");
  });

  test("ends where it still reads", () => {
    const shown = cut("A name of a step that somebody wrote", type, 120);
    expect(shown).toMatch(/^A name of .*…$/);
    expect(width(shown)).toBeLessThanOrEqual(120);
    expect(cut("Shots and (storyboard", type, width("Shots and (s…"))).toBe("Shots and…");
    expect(cut("Cast, crew and all", type, width("Cast, c…"))).toBe("Cast…");
  });

  test("never splits what is one letter to a reader", () => {
    expect(cut("e\u0301e\u0301e\u0301e\u0301e\u0301", type, 30)).toMatch(/^(e\u0301)+…$/);
  });
});

describe("wrap", () => {
  test("breaks between words, and cuts the last line", () => {
    expect(wrap("Shots and storyboard", type, 70, 2)).toEqual(["Shots and", "storyboard"]);
    const lines = wrap("one two three four five six seven eight", type, 60, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(lines.every((line) => width(line) <= 60)).toBe(true);
  });

  test("breaks a word that is longer than a line, with a hyphen", () => {
    const lines = wrap("Donaudampfschifffahrtsgesellschaft", type, 80, 3);
    expect(lines[0]).toMatch(/-$/);
    expect(lines.join("").replaceAll("-", "")).toBe("Donaudampfschifffahrtsgesellschaft");
    expect(lines.every((line) => width(line) <= 80)).toBe(true);
  });

  test("makes no lines of nothing", () => {
    expect(wrap("  ", type, 80, 2)).toEqual([]);
  });
});
