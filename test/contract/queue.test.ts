import { describe, test } from "vitest";
import { postgresProvider, redisProvider, serverProvider } from "./queue.providers.ts";
import { queueSuite } from "./queue.suite.ts";

const redisUrl = process.env.REDIS_URL;

queueSuite("Postgres inside the process", postgresProvider, {
  processes: "a database inside a process belongs to that process",
});

if (redisUrl === undefined) {
  describe("Redis", () => {
    test.skip("is not tested: set REDIS_URL to a Redis that may be written to", () => undefined);
  });
} else queueSuite("Redis", () => redisProvider(redisUrl));

if (process.env.TEST_DATABASE_URL !== undefined) queueSuite("A Postgres server", serverProvider);
