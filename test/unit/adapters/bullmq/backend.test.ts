import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openQueue } from "../../../../src/adapters/bullmq/backend.ts";
import type { Database } from "../../../../src/adapters/postgres/database.ts";
import { UserError } from "../../../../src/domain/errors.ts";
import { openMemoryDatabase } from "../../../contract/memory-database.ts";

const HOUR_MS = 3_600_000;

describe("openQueue", () => {
  test("says what to do when Redis does not answer, and lets go of it", async () => {
    const silent = createServer((socket) => socket.resume().on("error", () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const refused = openQueue(
      { kind: "redis", url: `redis://:secret@127.0.0.1:${port}` },
      { openWithinMs: 200 },
    );
    await expect(refused).rejects.toBeInstanceOf(UserError);
    await expect(refused).rejects.toMatchObject({
      code: "unavailable",
      hint: expect.stringContaining("REDIS_URL"),
    });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining("secret") });
    // Ends only once nobody is connected any more.
    await new Promise((resolve) => silent.close(resolve));
  });

  describe("on Postgres", () => {
    let database: Database<unknown>;

    beforeAll(async () => {
      database = await openMemoryDatabase();
    });
    afterAll(() => database.close());

    const open = (name: string) =>
      openQueue({ kind: "postgres", pool: database.pool, soleOwner: true }, { name });

    /** Finished jobs as a long life leaves them, numbered from the oldest. */
    async function finished(name: string, state: string, count: number, ageMs: number): Promise<void> {
      await database.pool.query(
        `INSERT INTO job (queue, id, seq, name, state, added_at_ms, finished_at_ms)
         SELECT $1, $2 || n, n, 'old', $2::job_state, $3, $3 FROM generate_series(1, $4::int) AS n`,
        [name, state, Date.now() - ageMs, count],
      );
    }

    async function kept(name: string, state: string): Promise<number[]> {
      const { rows } = await database.pool.query(
        "SELECT seq FROM job WHERE queue = $1 AND state = $2::job_state ORDER BY seq",
        [name, state],
      );
      return rows.map((row) => Number(row.seq));
    }

    test("a start removes finished jobs of long ago, and failed ones of longer ago", async () => {
      await (await open("aged")).close();
      await finished("aged", "completed", 700, 2 * HOUR_MS);
      await finished("aged", "failed", 700, 25 * HOUR_MS);
      await finished("young", "completed", 10, HOUR_MS / 2);
      await finished("young", "failed", 10, 23 * HOUR_MS);
      for (const name of ["aged", "young"]) await (await open(name)).close();
      expect(await kept("aged", "completed")).toEqual([]);
      expect(await kept("aged", "failed")).toEqual([]);
      expect(await kept("young", "completed")).toHaveLength(10);
      expect(await kept("young", "failed")).toHaveLength(10);
    });

    test("of too many young ones the oldest go", async () => {
      await (await open("many")).close();
      await finished("many", "completed", 10_600, 1_000);
      await (await open("many")).close();
      const left = await kept("many", "completed");
      expect(left).toHaveLength(10_000);
      expect(left[0]).toBe(601);
    });

    test("opening twice prepares the schema once and finds its jobs again", async () => {
      const first = await open("again");
      await first.add([{ id: "kept", name: "test", data: null }]);
      await first.close();
      const second = await open("again");
      expect(await second.counts()).toMatchObject({ waiting: 1 });
      await second.close();
    });

    test("an idle queue with a worker leaves the database alone", async () => {
      const queue = await open("idle");
      await queue.work(async () => undefined, { concurrency: 4 });
      await queue.counts();
      let statements = 0;
      const { query } = database.pool;
      database.pool.query = (text, params) => {
        statements += 1;
        return query.call(database.pool, text, params);
      };
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      database.pool.query = query;
      // The worker's first looks may still be on their way; a poll would go on.
      expect(statements).toBeLessThan(8);
      await queue.close();
    });
  });
});
