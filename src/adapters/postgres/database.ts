import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import { type DataFolderLock, lockDataFolder } from "./data-folder-lock.ts";
import type { PgPool } from "./pg-pool.ts";
import { PgliteGate } from "./pglite-gate.ts";
import { openPgliteFolder, openPgliteMemory } from "./pglite-open.ts";
import { PglitePool } from "./pglite-pool.ts";
import { startUpkeep } from "./pglite-upkeep.ts";
import { PgliteWire } from "./pglite-wire.ts";

/** BullMQ's statements name no schema and ours name theirs, so one path serves both: to change it is a statement by itself. */
const SEARCH_PATH = "bullmq, public";

export type DatabaseOptions =
  | { readonly kind: "folder"; readonly dataDir: string; readonly image?: Blob }
  | { readonly kind: "memory"; readonly image?: Blob };

/** A Postgres database with two doors: ours into schema `backlot`, BullMQ's into schema `bullmq`. */
export interface Database<Schema> {
  readonly kind: DatabaseOptions["kind"];
  /** Never await anything but its own statements inside a transaction: there is one connection, and it is held. */
  readonly kysely: Kysely<Schema>;
  readonly pool: PgPool;
  /** Calls back with the payload of every NOTIFY on the channel, of this process too. Answers how to stop. */
  listen(channel: string, listener: (payload: string) => void): Promise<() => Promise<void>>;
  /** `payload` up to 7,999 bytes. */
  notify(channel: string, payload: string): Promise<void>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  /** The whole data folder as an uncompressed tar, to open another database from. */
  image(): Promise<Blob>;
  /** Lets what is in line finish, then closes. What comes later is refused with an AppError `unavailable`. */
  close(): Promise<void>;
}

/** Throws a UserError when the folder is in use, cannot be written, or holds no database that opens. */
export async function openDatabase<Schema>(options: DatabaseOptions): Promise<Database<Schema>> {
  const lock = options.kind === "folder" ? await lockDataFolder(options.dataDir) : undefined;
  try {
    const pglite =
      options.kind === "folder"
        ? await openPgliteFolder(options.dataDir, options.image)
        : await openPgliteMemory(options.image);
    return await connect<Schema>(options.kind, pglite, lock);
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

async function connect<Schema>(
  kind: DatabaseOptions["kind"],
  pglite: PGlite,
  lock: DataFolderLock | undefined,
): Promise<Database<Schema>> {
  const gate = new PgliteGate();
  const wire = new PgliteWire(pglite);
  const onNotification: PGlite["onNotification"] = (listener) => pglite.onNotification(listener);
  const shared = { gate, wire, onNotification };
  const store = new PglitePool({ ...shared, lane: "store", searchPath: SEARCH_PATH });
  const queue = new PglitePool({ ...shared, lane: "queue", searchPath: SEARCH_PATH });
  await store.query("CREATE SCHEMA IF NOT EXISTS backlot; CREATE SCHEMA IF NOT EXISTS bullmq");
  const stopUpkeep = startUpkeep(store, () => wire.statements);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    stopUpkeep();
    await gate.close();
    try {
      await pglite.close();
    } finally {
      await lock?.release();
    }
  };
  return {
    kind,
    kysely: new Kysely<Schema>({ dialect: new PostgresDialect({ pool: withoutCursors(store) }) }),
    pool: queue,
    listen: async (channel, listener) => {
      const stop = pglite.onNotification((heard, payload) => {
        if (heard === channel) listener(payload);
      });
      try {
        await store.query(`LISTEN "${channel.replaceAll('"', '""')}"`);
      } catch (error) {
        stop();
        throw error;
      }
      return async () => stop();
    },
    notify: async (channel, payload) => {
      await store.query("SELECT pg_notify($1, $2)", [channel, payload]);
    },
    ping: async () => {
      await store.query("SELECT 1", []);
    },
    image: async () => {
      await store.query("CHECKPOINT");
      const leave = await gate.enter("store");
      try {
        return await pglite.dumpDataDir("none");
      } finally {
        leave();
      }
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** Kysely's type also asks for cursors, which it uses for `stream()` only, and only when it is given a cursor class. */
function withoutCursors(pool: PgPool): PostgresPool {
  return pool as unknown as PostgresPool;
}
