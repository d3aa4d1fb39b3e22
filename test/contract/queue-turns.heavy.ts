import { postgresProvider, redisProvider, serverProvider } from "./queue.providers.ts";
import { queueTurnsSuite } from "./queue.suite.ts";

const redisUrl = process.env.REDIS_URL;

queueTurnsSuite("Postgres inside the process", postgresProvider);
if (redisUrl !== undefined) queueTurnsSuite("Redis", () => redisProvider(redisUrl));
if (process.env.TEST_DATABASE_URL !== undefined) queueTurnsSuite("A Postgres server", serverProvider);
