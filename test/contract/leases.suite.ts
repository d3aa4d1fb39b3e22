import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Leases } from "../../src/ports/leases.ts";

export type OpenLeases = () => Promise<Leases>;

/** One holder at a time for a name. */
export function leasesSuite(name: string, open: OpenLeases): void {
  describe(`${name}: leases`, () => {
    let leases: Leases;
    beforeEach(async () => {
      leases = await open();
    });
    afterEach(async () => {
      await leases.close();
    });
    const acquire = async (lease: string) => {
      const held = await leases.tryAcquire(lease);
      if (held === undefined) throw new Error(`${lease} is held`);
      return held;
    };

    test("a name is held by one, other names by others", async () => {
      await acquire("session:1");
      expect(await leases.tryAcquire("session:1")).toBeUndefined();
      expect(await leases.tryAcquire("session:2")).toBeDefined();
    });

    test("of many who ask at once one gets it", async () => {
      const asked = await Promise.all(Array.from({ length: 8 }, () => leases.tryAcquire("session:1")));
      expect(asked.filter((lease) => lease !== undefined)).toHaveLength(1);
    });

    test("every holder has a higher token than the one before", async () => {
      const tokens: number[] = [];
      for (let holder = 0; holder < 3; holder += 1) {
        const lease = await acquire("session:1");
        tokens.push(lease.token);
        await lease.release();
      }
      expect(tokens).toEqual([...new Set(tokens)].sort((a, b) => a - b));
      expect(tokens).toHaveLength(3);
    });

    test("a lease released twice does not take it from the next holder", async () => {
      const first = await acquire("session:1");
      await first.release();
      const second = await acquire("session:1");
      await first.release();
      expect(await leases.tryAcquire("session:1")).toBeUndefined();
      expect(second.lost.aborted).toBe(false);
    });

    test("closing tells the holders, and gives out no more", async () => {
      const lease = await acquire("session:1");
      await leases.close();
      expect(lease.lost.aborted).toBe(true);
      await expect(leases.tryAcquire("session:2")).rejects.toMatchObject({ code: "unavailable" });
      await lease.release();
    });
  });
}
