import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { UserError } from "../../domain/errors.ts";
import { createPgliteFolder, INIT_PARAMS } from "./pglite-create.ts";

const START_PARAMS = [
  ...PGlite.defaultStartParams,
  // The default of 128 MB costs that much memory; 32 MB holds the indexes of a large project.
  ...["-c", "shared_buffers=32MB"],
  ...["-c", "max_wal_size=32MB", "-c", "min_wal_size=8MB"],
  // ANALYZE reads 300 rows for each, and nothing else runs meanwhile.
  ...["-c", "default_statistics_target=20"],
];

const UNFINISHED = "postgres.new-";

/** Opens `<dataDir>/postgres`, making it first if need be. The caller holds the folder's lock. */
export async function openPgliteFolder(dataDir: string, image?: Blob): Promise<PGlite> {
  const folder = join(dataDir, "postgres");
  try {
    await removeUnfinished(dataDir);
    if (!existsSync(folder)) await make(dataDir, folder, image);
    return await PGlite.create(folder, { startParams: START_PARAMS });
  } catch (cause) {
    throw new UserError(
      "unavailable",
      `The database in ${folder} could not be opened.`,
      "Check that the disk is not full and that the folder is Backlot's, put back a copy of it, or set DATA_DIR to a new folder.",
      { cause },
    );
  }
}

/** A database that lives and dies with the process. With an image of a data folder it opens in a tenth of the time. */
export async function openPgliteMemory(image?: Blob): Promise<PGlite> {
  const from = image === undefined ? { initDbStartParams: INIT_PARAMS } : { loadDataDir: image };
  return PGlite.create({ startParams: START_PARAMS, ...from });
}

/** Renamed into place when whole, so a process that dies meanwhile leaves nothing that looks like a database. */
async function make(dataDir: string, folder: string, image: Blob | undefined): Promise<void> {
  const unfinished = join(dataDir, `${UNFINISHED}${randomUUID()}`);
  if (image === undefined) await makeElsewhere(unfinished);
  else await createPgliteFolder(unfinished, image);
  await rename(unfinished, folder);
}

/** Best effort: a maker that outlived the process it worked for may still be writing, and its name is not used again. */
async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(UNFINISHED)) continue;
    await rm(join(dataDir, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Making a database takes seconds of one core and 300 MB that are not given back, so another process does it. */
async function makeElsewhere(unfinished: string): Promise<void> {
  const script = fileURLToPath(new URL("./pglite-create.ts", import.meta.url));
  try {
    await promisify(execFile)(process.execPath, [script, unfinished]);
  } catch {
    await rm(unfinished, { recursive: true, force: true });
    await createPgliteFolder(unfinished);
  }
}
