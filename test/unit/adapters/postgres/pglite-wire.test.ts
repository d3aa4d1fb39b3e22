import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PgliteWire } from "../../../../src/adapters/postgres/pglite-wire.ts";
import { memoryDatabaseImage } from "../../../contract/memory-database.ts";

describe("PgliteWire", () => {
  let pglite: PGlite;
  let wire: PgliteWire;
  const ask = (text: string, params?: readonly unknown[]) => wire.query("public", text, params);

  beforeAll(async () => {
    pglite = await PGlite.create({ loadDataDir: await memoryDatabaseImage() });
    wire = new PgliteWire(pglite);
    await ask(
      "CREATE TABLE film (id int PRIMARY KEY, title text, data jsonb, at timestamptz, tags text[], big bigint)",
    );
  });
  afterAll(() => pglite.close());

  test("parameters and columns keep their types", async () => {
    const at = new Date("2026-08-01T10:00:00.000Z");
    const row = {
      id: 1,
      title: "Nachtfahrt – 夜",
      data: { a: [1, null] },
      at,
      tags: ["a b", 'q"x', ""],
      big: 2 ** 52,
    };
    await ask("INSERT INTO film VALUES ($1, $2, $3, $4, $5, $6)", Object.values(row));
    expect((await ask("SELECT * FROM film WHERE id = $1", [1])).rows).toEqual([row]);
  });

  test("tells the command and the number of rows, as pg does", async () => {
    expect(await ask("INSERT INTO film (id) VALUES ($1), ($2)", [10, 11])).toMatchObject({
      command: "INSERT",
      rowCount: 2,
    });
    expect(await ask("SELECT id FROM film WHERE id >= $1", [10])).toMatchObject({
      command: "SELECT",
      rowCount: 2,
    });
    expect(await ask("UPDATE film SET title = 'x' WHERE id = 99", [])).toMatchObject({
      command: "UPDATE",
      rowCount: 0,
    });
    expect(await ask("DELETE FROM film WHERE id >= 10 RETURNING id", [])).toMatchObject({
      rows: [{ id: 10 }, { id: 11 }],
    });
  });

  test("undefined and null are NULL", async () => {
    expect((await ask("SELECT $1::text AS a, $2::int AS b", [undefined, null])).rows).toEqual([
      { a: null, b: null },
    ]);
  });

  test("a text without parameters may hold several statements and answers the last", async () => {
    expect((await ask("SELECT 1 AS a; SELECT 2 AS b")).rows).toEqual([{ b: 2 }]);
  });

  test("an error carries its SQLSTATE and leaves the connection usable", async () => {
    await ask("INSERT INTO film (id) VALUES (20)", []);
    await expect(ask("INSERT INTO film (id) VALUES ($1)", [20])).rejects.toMatchObject({ code: "23505" });
    await expect(ask("SELECT nonsense", [])).rejects.toMatchObject({ code: "42703" });
    await expect(ask("SELECT 1/0")).rejects.toMatchObject({ code: "22012" });
    await expect(ask("SELECT $1::int", ["not a number"])).rejects.toMatchObject({ code: "22P02" });
    expect((await ask("SELECT 1 AS fine", [])).rows).toEqual([{ fine: 1 }]);
    expect(wire.inTransaction).toBe(false);
  });

  test("knows when a transaction is open, and that a failed one still is", async () => {
    await ask("BEGIN", []);
    expect(wire.inTransaction).toBe(true);
    await expect(ask("SELECT nonsense", [])).rejects.toThrow();
    expect(wire.inTransaction).toBe(true);
    expect(await ask("COMMIT", [])).toMatchObject({ command: "ROLLBACK" });
    expect(wire.inTransaction).toBe(false);
  });

  test("a statement known from before a table changed sees the change", async () => {
    await ask("CREATE TABLE grows (a int)");
    await ask("INSERT INTO grows VALUES (1)", []);
    expect((await ask("SELECT * FROM grows", [])).rows).toEqual([{ a: 1 }]);
    await ask("ALTER TABLE grows ADD COLUMN b text DEFAULT 'new'", []);
    expect((await ask("SELECT * FROM grows", [])).rows).toEqual([{ a: 1, b: "new" }]);
  });

  test("a change that was rolled back does not leave its columns behind", async () => {
    await ask("CREATE TABLE shrinks (a int)");
    await ask("INSERT INTO shrinks VALUES (1)", []);
    await ask("BEGIN", []);
    await ask("ALTER TABLE shrinks ADD COLUMN b int", []);
    expect((await ask("SELECT * FROM shrinks", [])).rows).toEqual([{ a: 1, b: null }]);
    await ask("ROLLBACK", []);
    expect((await ask("SELECT * FROM shrinks", [])).rows).toEqual([{ a: 1 }]);
  });

  test("each search path has tables of its own under one name", async () => {
    await ask("CREATE SCHEMA one; CREATE SCHEMA two");
    for (const path of ["one", "two"]) {
      await wire.query(path, "CREATE TABLE thing (name text)");
      await wire.query(path, "INSERT INTO thing VALUES ($1)", [path]);
    }
    for (const path of ["two", "one", "two"]) {
      expect((await wire.query(path, "SELECT name FROM thing", [])).rows).toEqual([{ name: path }]);
    }
  });

  test("more different statements than are kept, and ones too long to keep, work as well", async () => {
    for (let at = 0; at < 900; at += 1) {
      expect((await ask(`SELECT $1::int + ${at} AS sum`, [1])).rows).toEqual([{ sum: at + 1 }]);
    }
    expect((await ask("SELECT $1::int + 0 AS sum", [1])).rows).toEqual([{ sum: 1 }]);
    const long = `SELECT ${Array.from({ length: 1_500 }, (_, at) => `$${at + 1}::int`).join(" + ")} AS sum`;
    expect(
      (
        await ask(
          long,
          Array.from({ length: 1_500 }, () => 1),
        )
      ).rows,
    ).toEqual([{ sum: 1_500 }]);
    const kept = await ask("SELECT count(*)::int AS n FROM pg_prepared_statements", []);
    expect(kept.rows[0].n).toBeLessThanOrEqual(400);
  });

  test("a megabyte goes in and comes out whole", async () => {
    const title = "é".repeat(700_000);
    await ask("INSERT INTO film (id, title) VALUES (30, $1)", [title]);
    expect((await ask("SELECT title FROM film WHERE id = 30", [])).rows[0].title).toBe(title);
  });
});
