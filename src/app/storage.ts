import { openQueue } from "../adapters/bullmq/backend.ts";
import { openFolderBlobs } from "../adapters/folder/blobs.ts";
import { type DatabaseOptions, openDatabase } from "../adapters/postgres/database.ts";
import { migrateStores } from "../adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../adapters/postgres/schema.ts";
import { createPostgresStores } from "../adapters/postgres/stores.ts";
import type { Blobs } from "../ports/blobs.ts";
import type { Logger } from "../ports/logger.ts";
import type { Queue } from "../ports/queue.ts";
import type { Stores } from "../ports/stores.ts";
import type { Config, StoreConfig } from "./config.ts";
import { firstImage } from "./first-image.ts";
import type { Secrets } from "./secrets.ts";

export interface Storage {
  readonly stores: Stores;
  readonly queue: Queue;
  readonly blobs: Blobs;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens what must not be lost: the database, the queue beside it or on Redis, and the folder of files. */
export async function openStorage(config: Config, secrets: Secrets, logger: Logger): Promise<Storage> {
  const database = await openDatabase<BacklotSchema>(await withImage(config.store));
  try {
    await migrateStores(database.kysely);
    const backend =
      config.queue.kind === "redis" && secrets.redisUrl !== undefined
        ? ({ kind: "redis", url: secrets.redisUrl } as const)
        : ({ kind: "postgres", pool: database.pool, soleOwner: true } as const);
    const queue = await openQueue(backend, { logger });
    return {
      stores: createPostgresStores(database.kysely),
      queue,
      blobs: await openFolderBlobs(config.blobsDir),
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

/** A first data folder begins from the image made at install, when there is one. */
async function withImage(store: StoreConfig): Promise<DatabaseOptions> {
  const image = await firstImage();
  return image === undefined ? store : { ...store, image };
}
