import { expect, it } from "vitest";
import { readAbout } from "../../../../src/features/history/read-about.ts";

it.each([
  ["", [{ name: "" }]],
  ["Sarah", [{ name: "Sarah" }]],
  ["10", [{ name: "10" }, { name: "", limit: 10 }]],
  ["Sarah 5", [{ name: "Sarah 5" }, { name: "Sarah", limit: 5 }]],
  ["by Ana", [{ name: "by Ana" }, { name: "", by: "Ana" }]],
  [
    "Sarah by Ana 5",
    [
      { name: "Sarah by Ana 5" },
      { name: "Sarah by Ana", limit: 5 },
      { name: "Sarah", by: "Ana", limit: 5 },
      { name: "Sarah", by: "Ana 5" },
    ],
  ],
  ["Stand by Me", [{ name: "Stand by Me" }, { name: "Stand", by: "Me" }]],
])("%s", (words, wordings) => {
  expect(readAbout(words)).toEqual(wordings);
});
