import { describe, expect, test } from "vitest";
import { readingOf } from "../reading-of.ts";

describe("what somebody who talks here said is to be taken back", () => {
  test.each([
    ["undo what Ana said", { by: "Ana" }],
    ["undo what @ana just said, please", { by: "ana" }],
    ["undo everything Ana Lopez said", { by: "Ana Lopez", all: true }],
    ["undo Ana's last two changes", { by: "Ana", count: 2 }],
    ["undo all changes by Ana", { by: "Ana", all: true }],
    ["take back what Ana told you about Sarah", { by: "Ana", subject: { entry_id: "sarah" } }],
    ["undo the last change by Ana to Sarah", { by: "Ana", subject: { entry_id: "sarah" } }],
    ["undo what I said", { mine: true }],
  ])("%s", (text, wanted) => {
    expect(readingOf(text).requests).toMatchObject([{ type: "undo", ...wanted }]);
  });

  test("who is of the film is meant as such, who is not may be either", () => {
    expect(readingOf("undo Sarah's last change").requests).toEqual([
      { type: "undo", subject: expect.objectContaining({ entry_id: "sarah" }) },
    ]);
    expect(readingOf("undo Ana's last change").requests).toMatchObject([
      { type: "undo", by: "Ana", subject: { name: "Ana" } },
    ]);
  });

  test.each(["undo what was said", "undo the scene", "we should undo what Ana said", "Ana said undo it"])(
    "%s: no request",
    (text) => expect(readingOf(text).requests).toEqual([]),
  );
});
