import { describe, expect, test } from "vitest";
import { GapRuns } from "../../../src/lib/gap-runs.ts";

function lab(atATime = 2, laneOf?: (key: string) => string) {
  const read: string[] = [];
  const hurried: string[] = [];
  const failures: (number | undefined)[] = [];
  const due: (() => void)[] = [];
  const broken = new Set<string>();
  const waits = new Map<string, Promise<void>>();
  const runs = new GapRuns<string>({
    read: async (key, gap, hurry) => {
      read.push(gap);
      if (hurry) hurried.push(gap);
      await waits.get(key);
      if (broken.has(key)) throw new Error("away");
    },
    after: (_ms, callback) => due.push(callback),
    failed: (_key, _gap, _error, tries) => failures.push(tries),
    atATime,
    ...(laneOf ? { laneOf } : {}),
  });
  const later = async () => {
    for (const callback of due.splice(0)) callback();
    await settled();
  };
  return { runs, read, hurried, failures, due, broken, waits, later };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("what is missing", () => {
  test("is read once each, so many at a time", async () => {
    const { runs, read, waits } = lab();
    const first = Promise.withResolvers<void>();
    waits.set("a", first.promise).set("b", first.promise);
    for (const key of ["a", "b", "c"]) runs.set(key, `gap of ${key}`);
    runs.go();
    runs.go();
    await settled();
    expect(read).toEqual(["gap of a", "gap of b"]);
    first.resolve();
    await settled();
    expect(read).toEqual(["gap of a", "gap of b", "gap of c"]);
  });

  test("is read in lanes that wait for none of each other, fifty at a time", async () => {
    const { runs, read, waits } = lab(1, (key) => key.charAt(0));
    const slow = Promise.withResolvers<void>();
    waits.set("a1", slow.promise);
    for (const key of ["a1", "a2", "b1", "b2"]) runs.set(key, key);
    expect([runs.unasked("a9"), runs.unasked("c1")]).toEqual([2, 0]);
    runs.go();
    await settled();
    expect(read).toEqual(["a1", "b1", "b2"]);
    slow.resolve();
    await settled();
    expect(read).toEqual(["a1", "b1", "b2", "a2"]);
    const crowd = lab(1, (key) => key);
    const gate = Promise.withResolvers<void>();
    for (let key = 0; key < 60; key += 1) {
      crowd.waits.set(`w${key}`, gate.promise);
      crowd.runs.set(`w${key}`, `w${key}`);
    }
    crowd.runs.go();
    await settled();
    expect(crowd.read).toHaveLength(50);
    gate.resolve();
    await settled();
    expect(crowd.read).toHaveLength(60);
  });

  test("is read at once where it is waited for, also what nobody asked for", async () => {
    const { runs, read, hurried } = lab();
    runs.set("busy", "gap of busy");
    runs.set("quiet", "gap of quiet", false);
    runs.go();
    await settled();
    expect(read).toEqual(["gap of busy"]);
    await runs.over("quiet");
    await runs.over("quiet");
    await runs.over("never missed");
    expect(read).toEqual(["gap of busy", "gap of quiet"]);
    expect(hurried).toEqual(["gap of quiet"]);
  });

  test("is not over before its reading is, whoever began it", async () => {
    const { runs, waits } = lab();
    const reading = Promise.withResolvers<void>();
    waits.set("a", reading.promise);
    runs.set("a", "gap");
    runs.go();
    let over = false;
    const waited = runs.over("a").then(() => {
      over = true;
    });
    await settled();
    expect(over).toBe(false);
    reading.resolve();
    await waited;
  });

  test("is tried again when it fails, and counts from the start once it was read", async () => {
    const { runs, read, failures, broken, later } = lab();
    broken.add("a");
    runs.set("a", "gap");
    runs.go();
    await settled();
    await later();
    expect(failures).toEqual([1, 2]);
    broken.clear();
    await later();
    expect(read).toEqual(["gap", "gap", "gap"]);
    runs.again("a", "later gap", new Error("away"));
    expect(failures).toEqual([1, 2, 1]);
  });

  test("is given up after fifteen tries", async () => {
    const { runs, failures, due, broken, later } = lab();
    broken.add("a");
    runs.set("a", "gap");
    runs.go();
    await settled();
    while (due.length > 0) await later();
    expect(failures).toEqual([...Array.from({ length: 15 }, (_, index) => index + 1), undefined]);
  });

  test("is left when it stops", async () => {
    const { runs, read, failures, due } = lab();
    runs.set("a", "gap");
    runs.stop();
    runs.set("b", "gap");
    runs.again("c", "gap", new Error("away"));
    runs.go();
    await settled();
    expect([read, failures, due]).toEqual([[], [], []]);
  });
});
