import { describe, expect, test } from "vitest";
import { PALETTE } from "../../../../../src/features/plan/picture/palette.ts";
import { LOOKS } from "../../../../../src/features/plan/picture/states.ts";
import { timelineSvg } from "../../../../../src/features/plan/picture/timeline-svg.ts";
import { manySteps, STATES, sampleView } from "./sample-view.ts";

const options = { title: "Night Shift" };
const draw = (count: number) => timelineSvg(sampleView(manySteps(count)), options);

/** The lines of text in a drawing, as a reader sees them. */
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  );
const number = (svg: string, name: string) =>
  Number(new RegExp(`<svg[^>]*\\s${name}="(\\d+)"`).exec(svg)?.[1]);

describe("what it says", () => {
  const svg = timelineSvg(sampleView(STATES), options);

  test("the film, its workflow, percent and counts, what is missing and what is next", () => {
    for (const words of [
      "Night Shift",
      "Feature film",
      "3 of 7",
      "43 %",
      "Draft a logline",
      "Add a character",
    ])
      expect(texts(svg)).toContain(words);
    expect(texts(svg)).toContain("So far: 1 of 2 characters confirmed, no logline");
  });

  test("every state as a word, as a shape and as a colour of its own", () => {
    for (const state of STATES) expect(texts(svg)).toContain(LOOKS[state].word);
    expect(new Set(STATES.map((state) => LOOKS[state].mark)).size).toBe(STATES.length);
    expect(new Set(STATES.map((state) => LOOKS[state].word)).size).toBe(STATES.length);
    for (const state of STATES) expect(svg.split(LOOKS[state].mark)).toHaveLength(3);
  });

  test("each step once, numbered in order", () => {
    const words = texts(draw(40));
    const at = Array.from({ length: 40 }, (_, index) => words.lastIndexOf(`Step name ${index + 1}`));
    expect(at.every((place, index) => place > (at[index - 1] ?? -1))).toBe(true);
    expect(words.filter((text) => /^\d+$/.test(text)).map(Number)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  test("that all is done, or that nothing is open", () => {
    const done = { ...sampleView(["completed", "skipped"]), next: [] };
    expect(texts(timelineSvg(done, options))).toEqual(expect.arrayContaining(["That’s a wrap", "2 of 2"]));
    expect(texts(timelineSvg(sampleView(["completed", "blocked"]), options))).toContain("Nothing is open");
  });
});

describe("other people's words", () => {
  test("are text, whatever they look like", () => {
    const nasty = `</text><script>x</script>&"'\u0000\u202e\ud800`;
    const svg = timelineSvg(
      sampleView(["active", "locked"], () => nasty),
      { title: nasty },
    );
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;/text&gt;");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(svg).not.toMatch(/[\u0000-\u0008\u202e\ud800-\udfff]/);
  });

  test("that the typeface has no letters for give way to ids", () => {
    const svg = timelineSvg(
      sampleView(["active", "locked"], () => "夜班 🎬"),
      { title: "夜のシフト" },
    );
    expect(texts(svg)).toEqual(expect.arrayContaining(["This film", "Step 1", "Step 2"]));
    expect(svg).not.toMatch(/[夜班🎬]/u);
  });

  test("stay inside their frames, however long", () => {
    const long = timelineSvg(
      sampleView(manySteps(13), () => "An unbelievably long name for a step ".repeat(5)),
      { title: "The Assassination of Jesse James by the Coward Robert Ford ".repeat(3) },
    );
    expect(texts(long).every((text) => text.length < 70)).toBe(true);
    expect(texts(long).filter((text) => text.endsWith("…")).length).toBeGreaterThan(13);
  });
});

describe("size", () => {
  test.each([1, 2, 3, 13, 20, 21, 40, 60, 61, 200])("%i steps fit into the picture", (count) => {
    const svg = draw(count);
    const [width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.slice(1) ?? []).map(Number);
    for (const [, x, y] of svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)) {
      expect(Number(x)).toBeLessThan(width);
      expect(Number(y)).toBeLessThan(height);
    }
    for (const [, x, y, w, h] of svg.matchAll(
      /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
    )) {
      expect(Number(x) + Number(w)).toBeLessThanOrEqual(width + 0.1);
      expect(Number(y) + Number(h)).toBeLessThanOrEqual(height + 0.1);
    }
    expect(number(svg, "width") * number(svg, "height")).toBeLessThan(8_000_000);
    expect(svg.length).toBeLessThan(800_000);
  });

  test("more steps make more rows, and only then a taller picture", () => {
    const [four, five, nine] = [4, 5, 9].map((count) => number(draw(count), "height"));
    expect(five).toBeGreaterThan(four ?? 0);
    expect(nine).toBeGreaterThan(five ?? 0);
    expect(number(draw(8), "height")).toBe(five);
  });
});

describe("contrast (WCAG AA: 4.5 to 1)", () => {
  const inks = [PALETTE.ink, PALETTE.quiet, PALETTE.accent, PALETTE.good, PALETTE.bad, PALETTE.stale];
  test.each(inks)("%s can be read on each ground", (ink) => {
    for (const ground of [PALETTE.ground, PALETTE.frame, PALETTE.accentWash])
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(inks)("%s can be told from the mark upon it", (ink) => {
    expect(contrast(ink, PALETTE.onColour)).toBeGreaterThanOrEqual(4.5);
  });
});

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
