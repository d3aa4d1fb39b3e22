import { afterAll, beforeAll, describe } from "vitest";
import { createMemoryLeases } from "../../src/adapters/memory/leases.ts";
import { createPostgresLeases } from "../../src/adapters/postgres/leases.ts";
import { systemClock } from "../../src/app/system-clock.ts";
import { silent } from "../support/stage.ts";
import { leasesSuite } from "./leases.suite.ts";
import { leasesProcessesSuite } from "./leases-processes.suite.ts";
import { SHARED_DATABASES, type SharedDatabase } from "./shared-database.ts";

leasesSuite("memory", async () => createMemoryLeases());

for (const [name, share] of Object.entries(SHARED_DATABASES)) {
  describe(name, () => {
    let shared: SharedDatabase;
    const closers: (() => Promise<void>)[] = [];
    beforeAll(async () => {
      shared = await share();
    });
    afterAll(async () => {
      for (const close of closers) await close();
      await shared.close();
    });
    const connect = async () => {
      const { close, database } = await shared.connect();
      closers.push(close);
      return database;
    };
    const clock = systemClock;

    leasesSuite(name, async () => createPostgresLeases({ database: await connect(), clock, logger: silent }));
    leasesProcessesSuite(name, async () => ({
      open: async (timings) => {
        const database = await connect();
        let away = false;
        const setAway = (now: boolean) => () => {
          away = now;
        };
        const query: typeof database.query = (text, params) =>
          away ? Promise.reject(new Error("the line is cut")) : database.query(text, params);
        const leases = createPostgresLeases({ database: { query }, clock, logger: silent, timings });
        return { leases, cut: setAway(true), mend: setAway(false) };
      },
      close: async () => undefined,
    }));
  });
}
