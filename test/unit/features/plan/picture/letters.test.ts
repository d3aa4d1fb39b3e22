import { describe, expect, test } from "vitest";
import { drawable, textWidth } from "../../../../../src/features/plan/picture/letters.ts";

describe("drawable", () => {
  test.each([
    ["Shots and storyboard", "Shots and storyboard"],
    ["Łódź — “final” № 7 · Đà Nẵng", "Łódź — “final” № 7 · Đà Nẵng"],
    ["🎬 Shoot 🎥  day 👩‍🚀", "Shoot day"],
    ["𝐁𝐨𝐥𝐝 ｗｉｄｅ ḿ", "Bold wide m"],
    ["Casting für الفيلم", "Casting für …"],
    ["Act I: 夜 班 returns", "Act I: … returns"],
    ["a\u202eb\u0000c\ud800", "abc"],
  ])("%s → %s", (text, shown) => {
    expect(drawable(text, "otherwise")).toBe(shown);
  });

  test.each(["Ночная смена", "夜班", "שלום עולם", "🎬🎬", "", "Сцена 1", "…"])(
    "%s is said otherwise",
    (text) => {
      expect(drawable(text, "otherwise")).toBe("otherwise");
    },
  );
});

test("textWidth is what the typeface's own table says", () => {
  expect(textWidth("Shots and storyboard", 1, 600)).toBeCloseTo(9.88, 1);
  expect(textWidth("Shots and storyboard", 1, 700)).toBeCloseTo(10.2, 0);
  expect(textWidth("Shots and storyboard", 1, 800)).toBeCloseTo(10.69, 0);
  expect(textWidth("é", 10, 600)).toBe(textWidth("e", 10, 600));
});
