import { describe, expect, test } from "vitest";
import { GapRuns } from "../../../src/lib/gap-runs.ts";

const HELD_MS = 60_000;

function lab(atATime = 2, laneOf?: (key: string) => string) {
  const read: string[] = [];
  const hurried: string[] = [];
  const failures: number[] = [];
  const stubborn: number[] = [];
  const due: { readonly ms: number; readonly callback: () => void }[] = [];
  const broken = new Set<string>();
  const waits = new Map<string, Promise<void>>();
  const runs = new GapRuns<string>({
    read: async (key, gap, hurry) => {
      read.push(gap);
      if (hurry) hurried.push(gap);
      await waits.get(key);
      if (broken.has(key)) throw new Error("away");
    },
    joined: (one, other) => `${one} and ${other}`,
    after: (ms, callback) => due.push({ ms, callback }),
    failed: (_key, _gap, _error, tries, isStubborn) => {
      failures.push(tries);
      if (isStubborn) stubborn.push(tries);
    },
    atATime,
    ...(laneOf ? { laneOf } : {}),
  });
  /** Tries again what rests. */
  const later = async () => {
    const tries = due.filter(({ ms }) => ms !== HELD_MS);
    for (const one of tries) due.splice(due.indexOf(one), 1);
    for (const { callback } of tries) callback();
    await settled();
    return tries.map(({ ms }) => ms);
  };
  /** What waits is held no more. */
  const letGo = async () => {
    for (const { ms, callback } of due) if (ms === HELD_MS) callback();
    await settled();
  };
  return { runs, read, hurried, failures, stubborn, due, broken, waits, later, letGo };
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
    runs.lost("a", "later gap", new Error("away"));
    expect(failures).toEqual([1, 2, 1]);
  });

  test("is never given up, and tried more seldom after fifteen tries", async () => {
    const { runs, stubborn, broken, later } = lab();
    broken.add("a");
    runs.set("a", "gap");
    runs.go();
    await settled();
    const waits: number[] = [];
    for (let tries = 0; tries < 16; tries += 1) waits.push(...(await later()));
    expect(stubborn).toEqual([15, 16, 17]);
    expect(waits.slice(-3)).toEqual([30_000, 300_000, 300_000]);
  });

  test("is not given up for how much was lost while it waits to be tried again", async () => {
    const { runs, read, failures, later } = lab();
    for (let lost = 0; lost < 30; lost += 1) runs.lost("a", String(lost), new Error("away"));
    expect(failures).toEqual([1]);
    await later();
    expect(read).toEqual([Array.from({ length: 30 }, (_, index) => index).join(" and ")]);
  });

  test("is read with what came to be missing there meanwhile, and one reading at a time", async () => {
    const { runs, read, waits } = lab();
    const reading = Promise.withResolvers<void>();
    waits.set("a", reading.promise);
    runs.set("a", "one");
    runs.go();
    runs.set("a", "two");
    runs.set("a", "three");
    runs.go();
    const waited = runs.over("a");
    await settled();
    expect(read).toEqual(["one"]);
    reading.resolve();
    expect(await waited).toBe(true);
    expect(read).toEqual(["one", "two and three"]);
  });

  test("holds what comes later for a minute while it cannot be read", async () => {
    const { runs, broken, later, letGo } = lab();
    broken.add("a");
    runs.set("a", "gap");
    const waited: boolean[] = [];
    const wait = () => void runs.over("a").then((isOver) => waited.push(isOver));
    wait();
    await settled();
    await later();
    expect(waited).toEqual([]);
    await letGo();
    wait();
    await settled();
    expect(waited).toEqual([false, false]);
    // What is let pass, and lost as well, is missing behind the rest: from now on that is waited for again.
    runs.lost("a", "more", new Error("away"));
    wait();
    await settled();
    expect(waited).toHaveLength(2);
    broken.clear();
    await later();
    expect(waited).toEqual([false, false, true]);
  });

  test("is tried at once where something new is known to be missing", async () => {
    const { runs, read, broken } = lab();
    broken.add("a");
    runs.set("a", "gap");
    runs.go();
    await settled();
    broken.clear();
    runs.set("a", "more");
    runs.go();
    await settled();
    expect(read).toEqual(["gap", "gap and more"]);
    expect(await runs.over("a")).toBe(true);
  });

  test("is left when it stops, and nobody waits for it any more", async () => {
    const { runs, read, failures, broken } = lab();
    broken.add("d");
    runs.set("d", "gap");
    const waited = runs.over("d");
    await settled();
    runs.set("a", "gap");
    runs.stop();
    runs.set("b", "gap");
    runs.lost("c", "gap", new Error("away"));
    runs.go();
    expect(await waited).toBe(false);
    expect([read, failures]).toEqual([["gap"], [1]]);
  });
});
