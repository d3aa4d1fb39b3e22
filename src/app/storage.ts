import { openQueue } from "../adapters/bullmq/backend.ts";
import { openFolderBlobs } from "../adapters/folder/blobs.ts";
import { type DatabaseOptions, openDatabase } from "../adapters/postgres/database.ts";
import { migrateStores } from "../adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../adapters/postgres/schema.ts";
import type { ServerDatabase } from "../adapters/postgres/server-database.ts";
import { createPostgresStores } from "../adapters/postgres/stores.ts";
import { AppError } from "../domain/errors.ts";
import type { Blobs } from "../ports/blobs.ts";
import type { Logger } from "../ports/logger.ts";
import type { Queue } from "../ports/queue.ts";
import type { Stores } from "../ports/stores.ts";
import type { Config, EmbeddedStore } from "./config.ts";
import { firstImage } from "./first-image.ts";
import type { Secrets } from "./secrets.ts";

export interface Storage {
  readonly stores: Stores;
  readonly queue: Queue;
  readonly blobs: Blobs;
  /** The database where other processes are on it, too. */
  readonly server?: Pick<ServerDatabase<BacklotSchema>, "store" | "listen">;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens what must not be lost: the database, the queue beside it or on Redis, and the folder of files. */
export async function openStorage(config: Config, secrets: Secrets, logger: Logger): Promise<Storage> {
  const { store } = config;
  const database = store.kind === "server" ? await openServer(secrets, logger) : await openEmbedded(store);
  const server = "alone" in database ? database : undefined;
  try {
    const migrate = () => migrateStores(database.kysely);
    await (server ? server.alone(migrate) : migrate());
    const backend =
      config.queue.kind === "redis" && secrets.redisUrl !== undefined
        ? ({ kind: "redis", url: secrets.redisUrl } as const)
        : ({ kind: "postgres", pool: database.pool, soleOwner: server === undefined } as const);
    const queue = await openQueue(backend, { logger });
    return {
      stores: createPostgresStores(database.kysely),
      queue,
      blobs: await openFolderBlobs(config.blobsDir),
      ...(server ? { server } : {}),
      ping: () => database.ping(),
      close: async () => {
        await queue.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The driver is loaded where there is a server to drive, and not before. */
async function openServer(
  { databaseUrl: url }: Secrets,
  logger: Logger,
): Promise<ServerDatabase<BacklotSchema>> {
  if (url === undefined) throw new AppError("internal", "the database's URL is not at hand");
  const { openServerDatabase } = await import("../adapters/postgres/server-database.ts");
  return openServerDatabase({ url, logger });
}

/** A first data folder begins from the image made at install, when there is one. */
async function openEmbedded(store: EmbeddedStore) {
  const image = await firstImage();
  const options: DatabaseOptions = image === undefined ? store : { ...store, image };
  return openDatabase<BacklotSchema>(options);
}
