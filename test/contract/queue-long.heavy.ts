import { postgresProvider, redisProvider, serverProvider } from "./queue.providers.ts";
import { queueLongSuite } from "./queue.suite.ts";

const redisUrl = process.env.REDIS_URL;

queueLongSuite("Postgres inside the process", postgresProvider);
if (redisUrl !== undefined) queueLongSuite("Redis", () => redisProvider(redisUrl));
if (process.env.TEST_DATABASE_URL !== undefined) queueLongSuite("A Postgres server", serverProvider);
