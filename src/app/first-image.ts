import { existsSync, openAsBlob } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { openQueue } from "../adapters/bullmq/backend.ts";
import { openDatabase } from "../adapters/postgres/database.ts";
import { migrateStores } from "../adapters/postgres/migrate.ts";
import { MIGRATIONS } from "../adapters/postgres/migrations/index.ts";
import { fingerprint } from "../lib/fingerprint.ts";
import { ROOT } from "./root.ts";

/**
 * An empty database with every table, as an image. Making one takes seconds of a processor; opening a first data folder
 * from it takes one. Named after the locked versions and the migrations: another PGlite, BullMQ or schema is another image.
 */
export async function firstImage(): Promise<Blob | undefined> {
  const file = await imagePath();
  return existsSync(file) ? openAsBlob(file) : undefined;
}

/** Makes the image when there is none. Answers whether it did. */
export async function makeFirstImage(): Promise<boolean> {
  const file = await imagePath();
  if (existsSync(file)) return false;
  const database = await openDatabase({ kind: "memory" });
  try {
    await migrateStores(database.kysely);
    const queue = await openQueue({ kind: "postgres", pool: database.pool, soleOwner: true });
    await queue.close();
    const image = await database.image();
    await mkdir(path.dirname(file), { recursive: true });
    // Two installs at once: the last rename wins, whole.
    const aside = `${file}.${process.pid}`;
    await writeFile(aside, Buffer.from(await image.arrayBuffer()));
    await rename(aside, file);
    return true;
  } finally {
    await database.close();
  }
}

async function imagePath(): Promise<string> {
  const lock = await readFile(path.join(ROOT, "package-lock.json"), "utf8");
  return path.join(ROOT, "dist", `database-${fingerprint(lock + JSON.stringify(MIGRATIONS))}.tar`);
}
