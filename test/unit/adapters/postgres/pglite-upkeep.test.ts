import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../../src/adapters/postgres/database.ts";
import { upkeep } from "../../../../src/adapters/postgres/pglite-upkeep.ts";
import { openMemoryDatabase } from "../../../contract/memory-database.ts";

describe("upkeep", () => {
  let database: Database<unknown>;

  beforeAll(async () => {
    database = await openMemoryDatabase();
  });
  afterAll(() => database.close());

  const number = async (text: string): Promise<number> =>
    Number((await database.pool.query(text, [])).rows[0].n);

  test("removes dead rows, gathers statistics and cuts the write-ahead log", async () => {
    await database.pool.query("CREATE TABLE busy (id int PRIMARY KEY, text text)");
    await database.pool.query(
      "INSERT INTO busy SELECT n, repeat('x', 2000) FROM generate_series(1, 10000) AS n",
    );
    await database.pool.query("DELETE FROM busy WHERE id > 100");
    await database.pool.query("SELECT pg_stat_force_next_flush()");
    const wal = "SELECT (pg_current_wal_insert_lsn() - redo_lsn)::float8 AS n FROM pg_control_checkpoint()";
    const dead = "SELECT n_dead_tup AS n FROM pg_stat_user_tables WHERE relname = 'busy'";
    const planned = "SELECT reltuples AS n FROM pg_class WHERE relname = 'busy'";
    expect(await number(wal)).toBeGreaterThan(16 * 2 ** 20);
    expect(await number(dead)).toBeGreaterThan(9_000);
    await upkeep(database.pool);
    expect(await number(wal)).toBeLessThan(2 ** 20);
    expect(await number(dead)).toBe(0);
    expect(await number(planned)).toBe(100);
  });

  test("leaves a database alone that needs nothing", async () => {
    await upkeep(database.pool);
    const at = "SELECT (redo_lsn - '0/0')::float8 AS n FROM pg_control_checkpoint()";
    const before = await number(at);
    await upkeep(database.pool);
    expect(await number(at)).toBe(before);
  });
});
