import { describe, expect, it } from "vitest";
import type { BlockOf, Point } from "../../../../../../src/adapters/web/page/api/wire.ts";
import {
  bareTitle,
  groupLines,
  latestLines,
} from "../../../../../../src/adapters/web/page/blocks/proposed-lines.ts";

type Line = BlockOf<"proposal">["lines"][number];

const line = (id: string, more: Partial<Line> = {}): Line => ({
  id,
  state: "open",
  action: "updated",
  kind: "character",
  name: "Sarah",
  ...more,
});
const block: BlockOf<"proposal"> = {
  type: "proposal",
  point_id: "pnt_1",
  title: "2 things",
  lines: [line("1", { field: "age", after: 31 }), line("2", { field: "occupation", after: "judge" })],
};
const point = (states: readonly Line["state"][]): Point => ({
  id: "pnt_1",
  project_id: "prj_1",
  session_id: "ses_1",
  turn_id: "trn_1",
  by: "ada",
  at: "2026-03-12T12:00:00Z",
  state: "open",
  version: 1,
  question: "2 things",
  asks: {
    type: "proposal",
    reason: "saving",
    title: "2 things",
    items: states.map((state, index) => ({ id: String(index + 1), state, line: line(String(index + 1)) })),
    total: states.length,
    open: states.length,
  },
});

describe("groupLines", () => {
  it("puts an entry's lines together, and says of a new entry that it is new", () => {
    const groups = groupLines([
      line("1", { action: "created", name: "Mara" }),
      line("2", { field: "age", after: 31 }),
      line("3", { name: "MARA", field: "age", after: 44 }),
    ]);
    expect(groups.map(({ name, action, lines }) => [name, action, lines.map(({ id }) => id)])).toEqual([
      ["Mara", "created", ["1", "3"]],
      ["Sarah", "updated", ["2"]],
    ]);
  });

  it("keeps two kinds of one name apart", () => {
    expect(groupLines([line("1"), line("2", { kind: "location" })])).toHaveLength(2);
  });
});

describe("latestLines", () => {
  it("knows what was accepted since the message was said", () => {
    const { lines, waits } = latestLines(block, [point(["accepted", "open"])]);
    expect([waits, lines.map(({ state }) => state)]).toEqual([true, ["accepted", "open"]]);
  });

  it("waits no more once the point is not among those that wait", () => {
    expect(latestLines(block, []).waits).toBe(false);
  });

  it("waits while what waits is not known, or may lie beyond the end of the list", () => {
    expect(latestLines(block, undefined).waits).toBe(true);
    const others = Array.from({ length: 50 }, (_, index) => ({
      ...point(["open"]),
      id: `pnt_other${index}`,
    }));
    expect(latestLines(block, others).waits).toBe(true);
    const settled = { ...block, lines: block.lines.map((each) => ({ ...each, state: "declined" as const })) };
    expect(latestLines(settled, undefined).waits).toBe(false);
  });
});

describe("bareTitle", () => {
  it.each([
    ["I would write these 6 things down. Nothing is saved yet.", "I would write these 6 things down"],
    ["This waits for a producer. Nothing of it is saved yet.", "This waits for a producer"],
    ["Nothing is merged yet.", "Nothing is merged yet."],
    ["3 characters: 3 new", "3 characters: 3 new"],
  ])("of “%s” is “%s”", (title, bare) => expect(bareTitle(title)).toBe(bare));
});
