import { expect, it } from "vitest";
import { parseSlugLine } from "../../../../src/domain/bible/slug-line.ts";

it.each([
  ["INT. DINER - NIGHT", { int_ext: "INT", set: "DINER", time_of_day: "NIGHT" }],
  ["ext pier – dawn", { int_ext: "EXT", set: "PIER", time_of_day: "DAWN" }],
  ["INT. DINER - KITCHEN - DAY", { int_ext: "INT", set: "DINER - KITCHEN", time_of_day: "DAY" }],
  ["INT./EXT. CAR", { int_ext: "INT/EXT", set: "CAR" }],
  ["I/E CAR - LATER", { int_ext: "INT/EXT", set: "CAR", time_of_day: "LATER" }],
  ["EXT/INT. CAR", { int_ext: "EXT/INT", set: "CAR" }],
  ["EST. CITY", { int_ext: "EXT", set: "CITY" }],
  ["Interesting idea", undefined],
  ["INT.", undefined],
  ["A talk", undefined],
])("%s", (line, parts) => {
  expect(parseSlugLine(line)).toEqual(parts);
});
