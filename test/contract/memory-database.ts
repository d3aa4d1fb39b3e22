import { existsSync, openAsBlob } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "../../src/adapters/postgres/database.ts";

/** An empty database in memory. The image it opens from is made once a machine and PGlite version, so it takes half a second. */
export async function openMemoryDatabase<Schema>(): Promise<Database<Schema>> {
  return openDatabase<Schema>({ kind: "memory", image: await memoryDatabaseImage() });
}

/** What it opens from, for a test that wants a folder as quickly. */
export async function memoryDatabaseImage(): Promise<Blob> {
  return openAsBlob(await imagePath());
}

async function imagePath(): Promise<string> {
  const main = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const { version } = JSON.parse(await readFile(join(main, "../../package.json"), "utf8")) as {
    version: string;
  };
  const path = join(tmpdir(), `backlot-test-database-1-${version}.tar`);
  if (existsSync(path)) return path;
  const database = await openDatabase({ kind: "memory" });
  const image = await database.image();
  await database.close();
  // Another test process may be doing the same: the rename lets the last one win whole.
  await writeFile(`${path}.${process.pid}`, Buffer.from(await image.arrayBuffer()));
  await rename(`${path}.${process.pid}`, path);
  return path;
}
