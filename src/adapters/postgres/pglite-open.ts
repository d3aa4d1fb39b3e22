import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { UserError } from "../../domain/errors.ts";

/** The default of 128 MB costs that much memory; 32 MB holds the indexes of a large project. */
const START_PARAMS = [...PGlite.defaultStartParams, "-c", "shared_buffers=32MB"];
/** Segments of 1 MB instead of 16: a small database keeps a small write-ahead log. */
const INIT_PARAMS = ["--wal-segsize=1"];

/** Opens `<dataDir>/postgres`, making it first if need be. The caller holds the folder's lock. */
export async function openPgliteFolder(dataDir: string, image?: Blob): Promise<PGlite> {
  const folder = join(dataDir, "postgres");
  const begun = join(dataDir, "postgres.begun");
  try {
    // The marker stands while a database is being made, so what it stands beside was never used.
    if (existsSync(begun)) await rm(folder, { recursive: true, force: true });
    const isNew = !existsSync(join(folder, "PG_VERSION"));
    if (isNew) await writeFile(begun, "");
    const pglite = await PGlite.create(folder, isNew ? withImage(image) : { startParams: START_PARAMS });
    await rm(begun, { force: true });
    return pglite;
  } catch (cause) {
    throw new UserError(
      "unavailable",
      `The database in ${folder} could not be opened.`,
      "Check that the disk is not full and that the folder is Backlot's, put back a copy of it, or set DATA_DIR to a new folder.",
      { cause },
    );
  }
}

/** A database that lives and dies with the process. With an image of a data folder it opens in a third of the time. */
export async function openPgliteMemory(image?: Blob): Promise<PGlite> {
  return PGlite.create(withImage(image));
}

function withImage(image: Blob | undefined): PGliteOptions {
  if (image !== undefined) return { startParams: START_PARAMS, loadDataDir: image };
  return { startParams: START_PARAMS, initDbStartParams: INIT_PARAMS };
}
