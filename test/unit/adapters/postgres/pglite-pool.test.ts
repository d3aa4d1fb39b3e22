import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PgliteGate } from "../../../../src/adapters/postgres/pglite-gate.ts";
import { PglitePool } from "../../../../src/adapters/postgres/pglite-pool.ts";
import { PgliteWire } from "../../../../src/adapters/postgres/pglite-wire.ts";
import { memoryDatabaseImage } from "../../../contract/memory-database.ts";

const IDLE_MS = 40;

describe("PglitePool", () => {
  let pglite: PGlite;
  let store: PglitePool;
  let queue: PglitePool;

  beforeAll(async () => {
    pglite = await PGlite.create({ loadDataDir: await memoryDatabaseImage() });
    const gate = new PgliteGate();
    const wire = new PgliteWire(pglite);
    const shared = {
      gate,
      wire,
      searchPath: "public",
      onNotification: (listener: (channel: string, payload: string) => void) =>
        pglite.onNotification(listener),
      idleInTransactionMs: IDLE_MS,
    };
    store = new PglitePool({ ...shared, lane: "store" });
    queue = new PglitePool({ ...shared, lane: "queue" });
    await store.query("CREATE TABLE line (id int PRIMARY KEY)");
  });
  beforeEach(() => store.query("TRUNCATE line"));
  afterAll(() => pglite.close());

  const ids = async (): Promise<number[]> =>
    (await store.query("SELECT id FROM line ORDER BY id", [])).rows.map((row) => row.id);

  test("a statement from elsewhere waits until the transaction has ended", async () => {
    const client = await store.connect();
    await client.query("BEGIN", []);
    await client.query("INSERT INTO line VALUES (1)", []);
    const order: string[] = [];
    const outside = queue.query("INSERT INTO line VALUES (2)", []).then(() => order.push("outside"));
    await client.query("INSERT INTO line VALUES (3)", []);
    await client.query("ROLLBACK", []).then(() => order.push("rollback"));
    await outside;
    client.release();
    expect(order).toEqual(["rollback", "outside"]);
    expect(await ids()).toEqual([2]);
  });

  test("a failed transaction takes nothing else down with it", async () => {
    const client = await store.connect();
    await client.query("BEGIN", []);
    await client.query("INSERT INTO line VALUES (1)", []);
    await expect(client.query("INSERT INTO line VALUES (1)", [])).rejects.toMatchObject({ code: "23505" });
    const outside = queue.query("INSERT INTO line VALUES (2)", []);
    await expect(client.query("INSERT INTO line VALUES (3)", [])).rejects.toMatchObject({ code: "25P02" });
    await client.query("ROLLBACK", []);
    await outside;
    client.release();
    expect(await ids()).toEqual([2]);
  });

  test("a client released inside a transaction is rolled back, and is of no more use", async () => {
    const client = await store.connect();
    await client.query("BEGIN", []);
    await client.query("INSERT INTO line VALUES (1)", []);
    client.release();
    expect(await ids()).toEqual([]);
    await expect(client.query("SELECT 1", [])).rejects.toThrow("released");
  });

  test("a transaction on the pool itself is refused and rolled back", async () => {
    await expect(store.query("BEGIN; INSERT INTO line VALUES (1)")).rejects.toThrow("needs a client");
    expect(await ids()).toEqual([]);
  });

  test("a failing statement list on the pool leaves no transaction behind", async () => {
    await expect(store.query("BEGIN; SELECT nonsense")).rejects.toMatchObject({ code: "42703" });
    expect(await ids()).toEqual([]);
  });

  test("a transaction that waits for what waits for it is rolled back, and says so", async () => {
    const client = await store.connect();
    await client.query("BEGIN", []);
    await client.query("INSERT INTO line VALUES (1)", []);
    await queue.query("INSERT INTO line VALUES (2)", []);
    await expect(client.query("INSERT INTO line VALUES (3)", [])).rejects.toThrow("idle");
    client.release();
    expect(await ids()).toEqual([2]);
  });

  test("an idle transaction nobody waits for is left alone", async () => {
    const client = await store.connect();
    await client.query("BEGIN", []);
    await client.query("INSERT INTO line VALUES (1)", []);
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS * 3));
    await client.query("COMMIT", []);
    client.release();
    expect(await ids()).toEqual([1]);
  });

  test("statements given to a client at once run in their order", async () => {
    const client = await store.connect();
    const all = [
      "BEGIN",
      "INSERT INTO line VALUES (1)",
      "SAVEPOINT s",
      "INSERT INTO line VALUES (2)",
      "ROLLBACK TO s",
      "COMMIT",
    ];
    await Promise.all(all.map((text) => client.query(text, [])));
    client.release();
    expect(await ids()).toEqual([1]);
  });

  test("a listening client hears its channel, and what was said while nobody listened", async () => {
    const client = await queue.connect();
    await client.query("-- wakes workers\nLISTEN news;");
    await store.query("NOTIFY news, 'early'");
    await store.query("NOTIFY other, 'elsewhere'");
    const heard: string[] = [];
    const first = Promise.withResolvers<void>();
    client.on("notification", ({ channel, payload }) => {
      heard.push(`${channel} ${payload}`);
      first.resolve();
    });
    await first.promise;
    await store.query("NOTIFY news, 'late'");
    await Promise.resolve();
    expect(heard).toEqual(["news early", "news late"]);
    client.release();
    await store.query("NOTIFY news, 'gone'");
    await Promise.resolve();
    expect(heard).toHaveLength(2);
  });
});
