import { expect, test } from "vitest";
import { allHeardAt } from "../../../src/lib/all-heard-at.ts";

const [early, late, later] = [new Date(1), new Date(2), new Date(3)];

test.each([
  ["nothing was heard", [], undefined],
  [
    "of several marks the latest says it",
    [
      { at: early, last: "1" },
      { at: late, last: "2" },
    ],
    late,
  ],
  ["a talk without a mark says nothing", [{ at: early, last: "1" }, { at: later }], early],
  ["of talks alone the first says it", [{ at: late }, { at: early }], early],
])("%s", (_name, marks, at) => {
  expect(allHeardAt(marks)).toEqual(at);
});
