import { describe, expect, it } from "vitest";
import type { Point } from "../../../../../../src/adapters/web/page/api/wire.ts";
import {
  bySession,
  countText,
  pointLabel,
  telling,
  waitsFor,
} from "../../../../../../src/adapters/web/page/points/point-words.ts";

const point = (more: Partial<Point> = {}): Point => ({
  id: "pnt_1",
  project_id: "prj_1",
  session_id: "ses_1",
  turn_id: "trn_1",
  by: "ben",
  at: "2026-03-12T12:00:00Z",
  state: "open",
  version: 1,
  question: "What is it called?",
  asks: { type: "name" },
  ...more,
});
const nameOf = (id: string) => (id === "ada" ? "You" : "Ben");

describe("a point in words", () => {
  it("is called by what it asks, and a proposal by why it was made", () => {
    expect(pointLabel(point())).toBe("No name yet");
    const asks = { type: "proposal", reason: "guess", title: "Maybe", items: [], total: 0, open: 0 } as const;
    expect(pointLabel(point({ asks: { ...asks, items: [] } }))).toBe("Only a guess");
  });

  it("says who alone may accept it", () => {
    expect(waitsFor(point(), nameOf)).toBe("");
    expect(waitsFor(point({ needs: { role: "producer" } }), nameOf)).toBe("Waits for a producer.");
    expect(waitsFor(point({ needs: { role: "producer", author: "ada" } }), nameOf)).toBe(
      "Waits for you or a producer.",
    );
  });

  it("comes with those of its session", () => {
    const other = point({ id: "pnt_2", session_id: "ses_2" });
    expect(bySession([other, point()], "ses_1")).toEqual({ here: [point()], elsewhere: [other] });
  });

  it("is counted as far as the list goes", () => {
    expect([countText(3, 50), countText(50, 50)]).toEqual(["3", "50+"]);
  });

  it.each([
    ["the coroner", "coroner", "the coroner"],
    ["“31”", "31", undefined],
    ["Stubborn, loyal", "stubborn, loyal", undefined],
    [undefined, "31", undefined],
  ])("quotes %s beside %s as %s", (quote, value, told) => {
    expect(telling(quote, value)).toBe(told);
  });
});
