import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../../../src/adapters/postgres/database.ts";
import { memoryDatabaseImage, openMemoryDatabase } from "../../../contract/memory-database.ts";

interface Schema {
  readonly film: { readonly id: number; readonly title: string };
}

describe("a database in memory", () => {
  let database: Database<Schema>;
  let films: Kysely<Schema>;

  beforeAll(async () => {
    database = await openMemoryDatabase<Schema>();
    films = database.kysely.withSchema("backlot");
    await films.schema
      .createTable("film")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("title", "text", (column) => column.notNull())
      .execute();
  });
  beforeEach(() => films.deleteFrom("film").execute());
  afterAll(() => database.close());

  test("statements that name no schema are the queue's; ours name theirs", async () => {
    const where = await sql<{ at: string }>`SELECT current_schema() AS at`.execute(database.kysely);
    expect(where.rows).toEqual([{ at: "bullmq" }]);
    const table = await database.pool.query(
      "SELECT current_schema() AS at, to_regclass('film') AS seen, to_regclass('backlot.film')::text AS is",
      [],
    );
    expect(table.rows).toEqual([{ at: "bullmq", seen: null, is: "backlot.film" }]);
  });

  test("Kysely counts the rows it changed", async () => {
    await films
      .insertInto("film")
      .values([
        { id: 1, title: "a" },
        { id: 2, title: "b" },
      ])
      .execute();
    const changed = await films.updateTable("film").set({ title: "c" }).executeTakeFirst();
    expect(changed.numUpdatedRows).toBe(2n);
  });

  test("fifty transactions and a hundred statements at once each see a whole world", async () => {
    const transfer = async (id: number): Promise<void> =>
      films.transaction().execute(async (transaction) => {
        await transaction.insertInto("film").values({ id, title: "one" }).execute();
        await transaction
          .insertInto("film")
          .values({ id: id + 1_000, title: "two" })
          .execute();
        if (id % 3 === 0) throw new Error("changed its mind");
      });
    const look = async (): Promise<number> =>
      Number((await database.pool.query("SELECT count(*) AS n FROM backlot.film", [])).rows[0].n);
    const all = await Promise.allSettled([
      ...Array.from({ length: 50 }, (_, id) => transfer(id).then(() => 0)),
      ...Array.from({ length: 100 }, look),
    ]);
    const done = all.filter((one) => one.status === "fulfilled").map((one) => one.value);
    expect(done).toHaveLength(33 + 100);
    expect(done.every((count) => count % 2 === 0)).toBe(true);
    expect(await look()).toBe(66);
  });

  test("a store is served between the statements of a busy queue", async () => {
    let busy = true;
    let queued = 0;
    const queue = Array.from({ length: 8 }, async () => {
      while (busy) {
        await database.pool.query("SELECT count(*) FROM generate_series(1, 2000)", []);
        queued += 1;
      }
    });
    for (let id = 0; id < 50; id += 1) await films.insertInto("film").values({ id, title: "x" }).execute();
    busy = false;
    await Promise.all(queue);
    // The lanes take turns, so the eight together got about as many turns as the one.
    expect(queued).toBeLessThan(50 * 4);
    expect(queued).toBeGreaterThan(10);
  });

  test("notifications reach their channel until it is left", async () => {
    const heard: string[] = [];
    const stop = await database.listen("room:1", (payload) => heard.push(payload));
    await database.notify("room:1", "hello");
    await database.notify("room:2", "elsewhere");
    await database.ping();
    expect(heard).toEqual(["hello"]);
    await stop();
    await database.notify("room:1", "gone");
    await database.ping();
    expect(heard).toEqual(["hello"]);
  });

  test("its image opens as another database with the same rows", async () => {
    await films.insertInto("film").values({ id: 7, title: "kept" }).execute();
    const copy = await openDatabase<Schema>({ kind: "memory", image: await database.image() });
    expect(await copy.kysely.withSchema("backlot").selectFrom("film").selectAll().execute()).toEqual([
      { id: 7, title: "kept" },
    ]);
    await copy.close();
  });
});

test("closing lets the line finish and refuses what comes later", async () => {
  const database = await openMemoryDatabase();
  const last = database.pool.query("SELECT 1 AS fine", []);
  const closed = database.close();
  await expect(database.ping()).rejects.toMatchObject({ code: "unavailable" });
  expect((await last).rows).toEqual([{ fine: 1 }]);
  await closed;
  await database.close();
});

describe("a database in a folder", () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "backlot-database-"));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  /** Lets a process write until it has said `rows` numbers, kills it at once, and answers the last number it said. */
  async function writeAndKill(rows: number): Promise<number> {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, "database.child.ts"), "write", dataDir],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const gone = once(child, "exit");
    let said = "";
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (said.split("\n").length > rows) child.kill("SIGKILL");
    }
    await gone;
    return Number(said.split("\n").at(-2));
  }

  test("what was committed before each of three kills is there after, whole", async () => {
    await (await openDatabase({ kind: "folder", dataDir, image: await memoryDatabaseImage() })).close();
    let last = 0;
    for (const rows of [3, 60, 400]) last = await writeAndKill(rows);
    const database = await openDatabase({ kind: "folder", dataDir });
    const { rows } = await sql<{ n: number; most: number; torn: number }>`
      SELECT count(*)::int AS n, max(n) AS most, count(*) FILTER (WHERE twin <> n)::int AS torn FROM said
    `.execute(database.kysely);
    expect(rows[0]?.most).toBeGreaterThanOrEqual(last);
    expect(rows[0]?.n).toBe(rows[0]?.most);
    expect(rows[0]?.torn).toBe(0);
    await database.close();
    expect(await readdir(dataDir)).toEqual(["postgres"]);
  });

  test("it is made anew, in spite of one that was left half made, and refused to a second opener", async () => {
    await mkdir(join(dataDir, "postgres.new-1"));
    await writeFile(join(dataDir, "postgres.new-1", "PG_VERSION"), "18");
    const database = await openDatabase({ kind: "folder", dataDir });
    await database.ping();
    await expect(openDatabase({ kind: "folder", dataDir })).rejects.toMatchObject({ code: "conflict" });
    expect((await readdir(dataDir)).filter((name) => !name.startsWith("lock-"))).toEqual(["postgres"]);
    await database.close();
  });

  test("a folder that holds something else is refused with what to do, and unlocked", async () => {
    await mkdir(join(dataDir, "postgres"));
    await writeFile(join(dataDir, "postgres", "PG_VERSION"), "9.6\n");
    await expect(openDatabase({ kind: "folder", dataDir })).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("could not be opened"),
      hint: expect.stringContaining("DATA_DIR"),
    });
    expect(await readdir(dataDir)).toEqual(["postgres"]);
  });
});
