import { afterEach, expect, test } from "vitest";
import { createResvgPictures } from "../../../../src/adapters/resvg/pictures.ts";
import { pngSize } from "../../../../src/lib/png-size.ts";
import type { Pictures } from "../../../../src/ports/pictures.ts";
import { StillClock } from "../../../support/stage.ts";

const opened: Pictures[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

function pictures(clock = new StillClock()): Pictures {
  const made = createResvgPictures({ clock });
  opened.push(made);
  return made;
}

const svg = (inside: string, width = 200, height = 60) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 200 60" font-family="Archivo">${inside}</svg>`;
const word = (weight: number) =>
  svg(`<text x="4" y="40" font-size="30" font-weight="${weight}">Treatment</text>`);

test("draws a PNG of the size the drawing names, the same bytes each time", async () => {
  const draws = pictures();
  const [first, second] = await Promise.all([draws.render(word(700)), draws.render(word(700))]);
  expect(pngSize(first)).toEqual({ width: 200, height: 60 });
  expect(Buffer.from(first).equals(second)).toBe(true);
  expect(Buffer.from(await pictures().render(word(700))).equals(first)).toBe(true);
});

test("sets text in the weights of its typeface", async () => {
  const draws = pictures();
  const drawn = await Promise.all([500, 600, 700, 800].map((weight) => draws.render(word(weight))));
  const blank = await draws.render(svg(""));
  expect(new Set([...drawn, blank].map((png) => Buffer.from(png).toString("base64"))).size).toBe(5);
});

test("draws no more pixels than it may, in the same shape", async () => {
  const huge = await pictures().render(svg('<rect width="200" height="60" fill="red"/>', 20_000, 6_000));
  const { width = 0, height = 0 } = pngSize(huge) ?? {};
  expect(width * height).toBeLessThanOrEqual(8_100_000);
  expect(Math.max(width, height)).toBeLessThanOrEqual(8_192);
  expect(width / height).toBeCloseTo(20 / 6, 1);
});

test("says what cannot be drawn, and draws on", async () => {
  const draws = pictures();
  await expect(draws.render("<svg")).rejects.toMatchObject({ code: "unavailable" });
  expect(pngSize(await draws.render(word(500)))).toEqual({ width: 200, height: 60 });
});

test("takes no more drawings than can wait", async () => {
  const draws = pictures();
  const many = await Promise.allSettled(Array.from({ length: 24 }, () => draws.render(word(500))));
  expect(many.filter(({ status }) => status === "rejected")).toHaveLength(4);
});

test("ends its thread when nothing is drawn for a while, and starts it again", async () => {
  const clock = new StillClock();
  const draws = pictures(clock);
  await draws.render(word(500));
  clock.pass(61_000);
  expect(pngSize(await draws.render(word(500)))).toBeDefined();
});

test("gives up on a drawing that takes too long", async () => {
  const clock = new StillClock();
  const draws = pictures(clock);
  const waiting = draws.render(word(500));
  clock.pass(16_000);
  await expect(waiting).rejects.toThrow("too long");
  expect(pngSize(await draws.render(word(600)))).toBeDefined();
});
