import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMemoryBus } from "../../src/adapters/memory/bus.ts";
import { openPostgresBus } from "../../src/adapters/postgres/bus.ts";
import { openServerDatabase, type ServerDatabase } from "../../src/adapters/postgres/server-database.ts";
import type { Bus } from "../../src/ports/bus.ts";
import { type PostgresServer, startPostgres, whyNoPostgres } from "../support/postgres-server.ts";
import { silent } from "../support/stage.ts";

const reason =
  process.env.TEST_DATABASE_URL === undefined
    ? whyNoPostgres()
    : "TEST_DATABASE_URL names a server to be left running";

describe.skipIf(reason !== undefined)(`a bus whose server goes away${reason ? `: ${reason}` : ""}`, () => {
  let server: PostgresServer;
  const databases: ServerDatabase<object>[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    for (const database of databases) await database.close();
    await server.stop();
  });

  test("all are told that they missed something when it is back, and hear one another again", async () => {
    const buses: Bus[] = [];
    const missed = [0, 0];
    for (const at of [0, 1]) {
      const database = await openServerDatabase<object>({ url: server.url, logger: silent });
      databases.push(database);
      const bus = await openPostgresBus({
        local: createMemoryBus(() => undefined),
        database: database.store,
        listen: database.listen,
        logger: silent,
      });
      bus.onMissed?.(() => {
        missed[at] = (missed[at] ?? 0) + 1;
      });
      buses.push(bus);
    }
    const heard: unknown[] = [];
    buses[1]?.subscribe("t", (payload) => heard.push(payload));
    buses[0]?.publish("t", "before");
    await expect.poll(() => heard).toEqual(["before"]);
    const back = server.outage(700);
    await new Promise((resolve) => setTimeout(resolve, 300));
    buses[0]?.publish("t", "meanwhile");
    await back;
    await expect.poll(() => missed.every((times) => times > 0), { timeout: 10_000 }).toBe(true);
    buses[0]?.publish("t", "after");
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(["before", "after"]);
    for (const bus of buses) await bus.close();
  });
});
