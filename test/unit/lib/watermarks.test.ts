import { describe, expect, test } from "vitest";
import { isAfter, Watermarks } from "../../../src/lib/watermarks.ts";

interface Written {
  readonly home: string;
  readonly last: string;
}

function marks({ most, firstAtOnce = false }: { most?: number; firstAtOnce?: boolean } = {}) {
  const written: Written[][] = [];
  const due: (() => void)[] = [];
  const lab = { failing: false, written, due, failures: 0 };
  const watermarks = new Watermarks<string>({
    write: async (moved) => {
      if (lab.failing) throw new Error("away");
      written.push(moved.map(({ home, last }) => ({ home, last })));
    },
    now: () => new Date(0),
    after: (_ms, callback) => {
      due.push(callback);
      return () => void due.splice(due.indexOf(callback), 1);
    },
    failed: () => {
      lab.failures += 1;
    },
    gatherMs: 100,
    firstAtOnce,
    ...(most === undefined ? {} : { most }),
  });
  return { watermarks, ...lab, lab };
}

describe("watermarks", () => {
  test("are written together, the newest of each, once", async () => {
    const { watermarks, written, due } = marks();
    watermarks.watch("a", "A", "1");
    watermarks.move("a", "3");
    watermarks.move("a", "2");
    watermarks.watch("b", "B", "10");
    expect(due).toHaveLength(1);
    await watermarks.flush();
    await watermarks.flush();
    expect(written).toEqual([
      [
        { home: "A", last: "3" },
        { home: "B", last: "10" },
      ],
    ]);
    expect(due).toHaveLength(0);
  });

  test("are written at once the first time, where that is asked for, and again when they could not be", async () => {
    const { watermarks, lab, due } = marks({ firstAtOnce: true });
    watermarks.watch("a", "A", "1");
    await expect.poll(() => lab.written).toEqual([[{ home: "A", last: "1" }]]);
    expect(due).toHaveLength(0);
    lab.failing = true;
    watermarks.watch("b", "B", "1");
    await expect.poll(() => due).toHaveLength(1);
    lab.failing = false;
    due.pop()?.();
    await expect.poll(() => lab.written.at(-1)).toEqual([{ home: "B", last: "1" }]);
  });

  test("stay to be written when they could not be", async () => {
    const { watermarks, lab } = marks();
    watermarks.watch("a", "A", "1");
    lab.failing = true;
    await watermarks.flush();
    lab.failing = false;
    await watermarks.flush();
    expect(lab.failures).toBe(1);
    expect(lab.written).toEqual([[{ home: "A", last: "1" }]]);
  });

  test("do not pass what could not be taken", () => {
    const { watermarks } = marks();
    watermarks.watch("a", "A", "1");
    watermarks.stick("a", "A", "4");
    watermarks.move("a", "9");
    expect(watermarks.at("a")).toBe("4");
    watermarks.unstick("a");
    watermarks.move("a", "9");
    expect(watermarks.at("a")).toBe("9");
  });

  test("are kept for lines that are followed, and not moved back by what was stored", () => {
    const { watermarks } = marks();
    watermarks.move("a", "5");
    expect(watermarks.at("a")).toBeUndefined();
    expect(watermarks.awake).toBeUndefined();
    watermarks.watch("a", "A", "5");
    watermarks.restore("a", { home: "A", last: "2", at: new Date(9) });
    expect(watermarks.at("a")).toBe("5");
  });

  test("of lines that were silent for longest are let go once they are written", async () => {
    const { watermarks, lab } = marks({ most: 2 });
    watermarks.watch("a", "A", "1");
    watermarks.watch("b", "B", "1");
    watermarks.watch("c", "C", "1");
    expect(watermarks.entries()).toHaveLength(3);
    await watermarks.flush();
    watermarks.move("a", "2");
    watermarks.watch("d", "D", "1");
    expect(
      watermarks
        .entries()
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(["a", "d"]);
    await watermarks.flush();
    expect(lab.written.flat()).toHaveLength(5);
  });

  test.each([
    ["10", "9", true],
    ["9", "10", false],
    ["9", "9", false],
    ["1700000000.000200", "1700000000.000100", true],
  ])("%s is after %s: %s", (one, other, answer) => {
    expect(isAfter(one, other)).toBe(answer);
  });
});
