import { describe, expect, test } from "vitest";
import type { Point, ProposedItem } from "../../../../src/domain/points/point.ts";
import { openItems, settleItems } from "../../../../src/domain/points/settle-proposal.ts";
import { says } from "../bible/bible-maker.ts";

const AT = "2026-08-01T10:00:00.000Z";
const item = (id: string, line: ProposedItem["line"]): ProposedItem => ({
  id,
  statement: says("character", line.name),
  line,
  state: "open",
});
const POINT: Point = {
  id: "pnt_1",
  project_id: "prj_1",
  session_id: "ses_1",
  turn_id: "trn_1",
  by: "ana",
  at: AT,
  state: "open",
  version: 1,
  asks: {
    type: "proposal",
    reason: "saving",
    title: "",
    items: [
      item("1", { action: "created", kind: "character", name: "Tom" }),
      item("2", { action: "updated", kind: "character", name: "Tom", field: "age", after: 40 }),
      item("3", { action: "updated", kind: "character", name: "Sarah", field: "age", after: 31 }),
    ],
  },
};
const states = (point: Point) =>
  point.asks.type === "proposal" ? point.asks.items.map((each) => each.state) : [];

describe("parts that are meant", () => {
  test.each([
    ["", ["1", "2", "3"]],
    ["all", ["1", "2", "3"]],
    ["2", ["2"]],
    ["1, 3", ["1", "3"]],
    ["9", []],
  ])("“%s”", (wanted, ids) => expect(openItems(POINT, wanted).map((each) => each.id)).toEqual(ids));

  test("are only those still open", () => {
    const later = settleItems(POINT, openItems(POINT, "2"), "accepted", "bo", AT);
    expect(openItems(later, "all").map((each) => each.id)).toEqual(["1", "3"]);
    expect(openItems(later, "2")).toEqual([]);
  });
});

test("a point stays open while a part of it does, and says who settled it", () => {
  const half = settleItems(POINT, openItems(POINT, "1,2"), "accepted", "bo", AT);
  expect([half.state, states(half)]).toEqual(["open", ["accepted", "accepted", "open"]]);
  const whole = settleItems(half, openItems(half, "all"), "declined", "cy", AT);
  expect(whole).toMatchObject({ state: "answered", answered_by: "cy", answered_at: AT });
  expect(settleItems(POINT, openItems(POINT, "all"), "declined", "cy", AT).state).toBe("dismissed");
});

test("somebody new who is declined takes what was said of them along, and nobody else", () => {
  const left = settleItems(POINT, openItems(POINT, "1"), "declined", "bo", AT);
  expect(states(left)).toEqual(["declined", "declined", "open"]);
});
