import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Leases } from "../../src/ports/leases.ts";

export interface LeaseTimings {
  readonly ttlMs: number;
  readonly beatMs: number;
  readonly marginMs: number;
}

/** Opens the leases of one of several processes; `cut` makes its store unreachable for it, `mend` ends that. */
export type OpenLeasesOf = () => Promise<{
  open(timings: LeaseTimings): Promise<{ readonly leases: Leases; cut(): void; mend(): void }>;
  close(): Promise<void>;
}>;

const QUICK: LeaseTimings = { ttlMs: 600, beatMs: 100, marginMs: 200 };

/** What holds of leases among several processes. */
export function leasesProcessesSuite(name: string, start: OpenLeasesOf): void {
  describe(`${name}: leases among processes`, () => {
    let place: Awaited<ReturnType<OpenLeasesOf>>;
    const opened: Leases[] = [];
    beforeEach(async () => {
      place = await start();
    });
    afterEach(async () => {
      for (const leases of opened.splice(0)) await leases.close();
      await place.close();
    });
    const open = async () => {
      const one = await place.open(QUICK);
      opened.push(one.leases);
      return one;
    };
    const until = async (leases: Leases, lease: string) => {
      for (;;) {
        const held = await leases.tryAcquire(lease);
        if (held) return held;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    };

    test("of several processes that ask at once one gets it", async () => {
      const all = await Promise.all(Array.from({ length: 4 }, open));
      for (let round = 0; round < 10; round += 1) {
        const asked = await Promise.all(
          all.flatMap(({ leases }) => [
            leases.tryAcquire(`session:${round}`),
            leases.tryAcquire(`session:${round}`),
          ]),
        );
        expect(asked.filter((lease) => lease !== undefined)).toHaveLength(1);
      }
    });

    test("one that is given back is free at once, with a higher token", async () => {
      const [one, two] = [await open(), await open()];
      const first = await until(one.leases, "s");
      expect(await two.leases.tryAcquire("s")).toBeUndefined();
      await first.release();
      const second = await two.leases.tryAcquire("s");
      expect(second?.token).toBeGreaterThan(first.token);
      await first.release();
      expect(await one.leases.tryAcquire("s")).toBeUndefined();
    });

    test("a holder that lives keeps it past its time; one that is not heard of loses it, and knows before another has it", async () => {
      const [one, two] = [await open(), await open()];
      const kept = await until(one.leases, "kept");
      const lost = await until(one.leases, "lost");
      await new Promise((resolve) => setTimeout(resolve, 2 * QUICK.ttlMs));
      expect(await two.leases.tryAcquire("kept")).toBeUndefined();
      expect(lost.lost.aborted).toBe(false);
      one.cut();
      const next = await until(two.leases, "lost");
      expect(lost.lost.aborted).toBe(true);
      expect(kept.lost.aborted).toBe(true);
      expect(next.token).toBeGreaterThan(lost.token);
      one.mend();
      await lost.release();
      expect(await one.leases.tryAcquire("lost")).toBeUndefined();
    });

    test("a short outage costs nobody a lease", async () => {
      const [one, two] = [await open(), await open()];
      const held = await until(one.leases, "s");
      one.cut();
      await new Promise((resolve) => setTimeout(resolve, QUICK.beatMs * 2));
      one.mend();
      await new Promise((resolve) => setTimeout(resolve, QUICK.ttlMs));
      expect(held.lost.aborted).toBe(false);
      expect(await two.leases.tryAcquire("s")).toBeUndefined();
    });
  });
}
