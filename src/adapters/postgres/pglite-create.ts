import { PGlite } from "@electric-sql/pglite";

/** Segments of 1 MB instead of 16: a small database keeps a small write-ahead log. */
export const INIT_PARAMS = ["--wal-segsize=1"];

/** Makes a data folder, empty or from an image of one, and closes it. */
export async function createPgliteFolder(folder: string, image?: Blob): Promise<void> {
  const from = image === undefined ? { initDbStartParams: INIT_PARAMS } : { loadDataDir: image };
  const pglite = await PGlite.create(folder, from);
  await pglite.close();
}

// Run as a program of its own, it makes the folder it is given.
if (import.meta.main) {
  const [, , folder] = process.argv;
  if (folder !== undefined) await createPgliteFolder(folder);
}
