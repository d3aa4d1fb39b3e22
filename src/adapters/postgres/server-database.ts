import { setTimeout as delay } from "node:timers/promises";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { AppError } from "../../domain/errors.ts";
import type { Logger } from "../../ports/logger.ts";
import type { PgPool } from "./pg-pool.ts";
import { answering } from "./server-answering.ts";
import { checkServer, serverFailure } from "./server-check.ts";
import { type Listen, serverListener } from "./server-listener.ts";
import { remembering } from "./server-notifications.ts";

/** Connections a process takes at most, as far as it needs them; a server allows a hundred in all unless told otherwise. */
const STORE_CONNECTIONS = 8;
/** BullMQ listens on one connection for each of its queues and each of its workers. */
const QUEUE_CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 10_000;
const CLOSE_WITHIN_MS = 5_000;
/** A statement takes less; a server that is gone without a word would otherwise be waited for by the system's quarter of an hour. */
const ANSWER_WITHIN_MS = 60_000;
/** The key of the advisory lock under which schemas are made and brought up to date. */
const MIGRATION_LOCK = 7_238_114_025;

export interface ServerOptions {
  readonly url: string;
  readonly logger: Logger;
  readonly answerWithinMs?: number;
}

/** A database on a Postgres server, which other processes use at the same time. */
export interface ServerDatabase<Schema> {
  readonly kysely: Kysely<Schema>;
  /** BullMQ's door, into schema `bullmq`. */
  readonly pool: PgPool;
  /** Our own. */
  readonly store: Pick<PgPool, "query">;
  readonly listen: Listen;
  /** Does the work while no other process does such work. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  /** Waits for what runs, then closes. */
  close(): Promise<void>;
}

/** Throws a UserError when the server is away, lets nobody in, or is not one that Backlot can use. */
export async function openServerDatabase<Schema>({
  url,
  logger,
  answerWithinMs = ANSWER_WITHIN_MS,
}: ServerOptions): Promise<ServerDatabase<Schema>> {
  const shared = {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: CONNECT_WITHIN_MS,
    application_name: "backlot",
  };
  const store = new pg.Pool({ ...shared, max: STORE_CONNECTIONS });
  const queue = new pg.Pool({
    ...shared,
    max: QUEUE_CONNECTIONS,
    options: "-c search_path=bullmq,public",
  });
  const { alone, isAlone } = createAlone(store);
  for (const pool of [store, queue]) {
    noteBreaks(pool, logger);
    // Others may be waited for then, and whole tables may have to be written anew.
    pool.on("connect", (client) => answering(client, () => (isAlone() ? undefined : answerWithinMs)));
  }
  queue.on("connect", remembering);
  let closing: Promise<unknown> | undefined;
  const close = async () => {
    // A connection that somebody did not give back is not waited for.
    closing ??= Promise.race([
      Promise.all([store.end(), queue.end()]),
      delay(CLOSE_WITHIN_MS, undefined, { ref: false }),
    ]);
    await closing;
  };
  try {
    await checkServer(store);
    await alone(async () => {
      for (const schema of ["backlot", "bullmq"]) await makeSchema(store, schema);
    });
  } catch (error) {
    await close();
    throw serverFailure(error);
  }
  return {
    kysely: new Kysely<Schema>({ dialect: new PostgresDialect({ pool: store }) }),
    pool: queue as unknown as PgPool,
    store: store as unknown as PgPool,
    listen: serverListener(() => new pg.Client(shared), logger),
    alone,
    ping: async () => {
      await store.query("SELECT 1").catch((cause: unknown) => {
        throw new AppError("unavailable", "The database does not answer.", { cause, retryable: true });
      });
    },
    close,
  };
}

/** The pool hears of connections that lie idle. One that is in use says it itself, whatever its statement answers. */
function noteBreaks(pool: pg.Pool, logger: Logger): void {
  const note = (error: Error & { client?: unknown }) => {
    // The pool hangs the whole client on it, with who is let in and how.
    delete error.client;
    logger.warn({ err: error }, "a connection to the database broke off");
  };
  pool.on("error", note);
  pool.on("connect", (client) => client.on("error", note));
}

/** Asked first: who may use the schemas need not be allowed to make them. */
async function makeSchema(store: pg.Pool, name: string): Promise<void> {
  const { rowCount } = await store.query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [name]);
  if (rowCount === 0) await store.query(`CREATE SCHEMA ${name}`);
}

function createAlone(store: pg.Pool) {
  let works = 0;
  return {
    /** Whether such work goes on or is waited for. */
    isAlone: () => works > 0,
    alone: async <T>(work: () => Promise<T>): Promise<T> => {
      works += 1;
      return aloneOn(store, work).finally(() => {
        works -= 1;
      });
    },
  };
}

/** The lock belongs to a connection, and ends with it should this process die. */
async function aloneOn<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let held = false;
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    held = true;
    return await work();
  } finally {
    const free =
      held &&
      (await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]).then(Boolean, () => false));
    client.release(!free);
  }
}
