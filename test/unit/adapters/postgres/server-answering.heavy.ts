import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openServerDatabase } from "../../../../src/adapters/postgres/server-database.ts";
import { type PostgresServer, startPostgres, whyNoPostgres } from "../../../support/postgres-server.ts";
import { silent } from "../../../support/stage.ts";

const reason = whyNoPostgres();

/** On the way to a server, where a line can go dead without a word. */
async function wayTo(url: string) {
  const { hostname, port } = new URL(url);
  const lines = new Set<Socket>();
  const way = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.pipe(far).pipe(near);
    for (const end of [near, far]) {
      lines.add(end);
      end.on("error", () => undefined);
    }
  }).listen(0, "127.0.0.1");
  await once(way, "listening");
  const { port: here } = way.address() as AddressInfo;
  return {
    url: Object.assign(new URL(url), { port: String(here) }).href,
    /** Those there are now carry nothing more; new ones do. */
    goDead: () => {
      for (const end of lines) end.unpipe().pause();
    },
    close: async () => {
      for (const end of lines) end.destroy();
      way.close();
      await once(way, "close");
    },
  };
}

describe.skipIf(reason !== undefined)(`a server that falls silent${reason ? `: ${reason}` : ""}`, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  test("is asked over new lines; who waited is told; and a migration is waited for", async () => {
    const way = await wayTo(server.url);
    const database = await openServerDatabase<object>({ url: way.url, logger: silent, answerWithinMs: 500 });
    const { store, alone, pool } = database;
    const slow = await alone(() => store.query("SELECT pg_sleep(1), 1 AS one"));
    expect(slow.rows[0]?.one).toBe(1);
    await Promise.all(Array.from({ length: 8 }, () => store.query("SELECT pg_sleep(0.1)")));
    way.goDead();
    const waiting = Array.from({ length: 8 }, () => store.query("SELECT 1"));
    const held = await pool.connect();
    const told = await Promise.allSettled([...waiting, held.query("SELECT 1")]);
    held.release();
    expect(told.slice(0, 8).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => "rejected"));
    expect((await store.query("SELECT 2 AS two")).rows).toEqual([{ two: 2 }]);
    expect((await pool.query("SELECT 3 AS three")).rows).toEqual([{ three: 3 }]);
    await database.close();
    await way.close();
  });
});
