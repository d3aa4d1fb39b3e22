import { beforeEach, describe, expect, test } from "vitest";
import { createMemoryBus } from "../../../../src/adapters/memory/bus.ts";
import { createMemoryLeases } from "../../../../src/adapters/memory/leases.ts";
import { createReadAlone } from "../../../../src/features/hear/read-alone.ts";
import { StillClock } from "../../../support/stage.ts";

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("of several processes that missed the same", () => {
  const place = { platform: "slack" as const, workspace: "T1", channel: "C1" };
  let clock: StillClock;
  let one: ReturnType<typeof createReadAlone>;
  let other: ReturnType<typeof createReadAlone>;
  beforeEach(() => {
    clock = new StillClock();
    const bus = createMemoryBus((error) => {
      throw error;
    });
    const leases = createMemoryLeases();
    [one, other] = [createReadAlone({ leases, bus, clock }), createReadAlone({ leases, bus, clock })];
  });
  /** A reading that goes on until it is let go. */
  const reading = () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let reads = 0;
    const read = () => {
      reads += 1;
      return promise;
    };
    return { read, end: resolve, fail: reject, times: () => reads };
  };

  test("one reads a place back, and the other waits and goes without", async () => {
    const since = clock.now();
    const [mine, theirs] = [reading(), reading()];
    const first = one(place, since, mine.read);
    const second = other(place, since, theirs.read);
    const apart = reading();
    apart.end();
    await other({ ...place, channel: "C2" }, since, apart.read);
    clock.pass(5_000);
    await settle();
    mine.end();
    await first;
    await settle();
    clock.pass(500);
    await second;
    expect([mine.times(), theirs.times(), apart.times()]).toEqual([1, 0, 1]);
  });

  test("who hears a place later than it was read reads it, too", async () => {
    const [mine, theirs] = [reading(), reading()];
    mine.end();
    theirs.end();
    await one(place, clock.now(), mine.read);
    clock.pass(1);
    await other(place, clock.now(), theirs.read);
    expect([mine.times(), theirs.times()]).toEqual([1, 1]);
  });

  test("what one could not read the other reads", async () => {
    const since = clock.now();
    const [mine, theirs] = [reading(), reading()];
    const first = one(place, since, mine.read);
    const second = other(place, since, theirs.read);
    await settle();
    mine.fail(new Error("away"));
    theirs.end();
    await expect(first).rejects.toThrow("away");
    clock.pass(500);
    await second;
    expect(theirs.times()).toBe(1);
  });
});
