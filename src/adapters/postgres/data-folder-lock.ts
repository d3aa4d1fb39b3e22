import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { UserError } from "../../domain/errors.ts";
import { findProcess } from "./process-identity.ts";

/** A holder on another machine cannot be asked whether it lives, so every holder touches its file. */
const HEARTBEAT_MS = 10_000;
const FOREIGN_STALE_MS = 60_000;
/** How long the first of several simultaneous starters waits for the others to step back. */
const STEP_BACK_MS = 1_000;

const Claim = z.object({
  pid: z.number().int(),
  started_at: z.string().optional(),
  host: z.string(),
});
type Claim = z.infer<typeof Claim>;

export interface DataFolderLock {
  release(): Promise<void>;
}

/**
 * Makes this process the only one that opens the folder. Every starter first writes a claim under a name of its own and
 * then looks at the others': of two at once at least one sees the other, so no claim is ever taken over, and one left by
 * a process that died may be removed by anybody at any time. Throws a UserError naming the holder.
 */
export async function lockDataFolder(dataDir: string): Promise<DataFolderLock> {
  const folder = resolve(dataDir);
  const name = `lock-${Date.now().toString().padStart(15, "0")}-${process.pid}-${randomUUID().slice(0, 8)}.json`;
  const path = join(folder, name);
  await writeClaim(folder, path);
  try {
    const deadline = Date.now() + STEP_BACK_MS;
    for (;;) {
      const others = await liveClaims(folder, name);
      const first = others[0];
      if (first === undefined) break;
      if (first.name < name || Date.now() > deadline) throw heldBy(folder, first.claim);
      await delay(20);
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  const heartbeat = setInterval(() => void touch(path), HEARTBEAT_MS).unref();
  return {
    release: async () => {
      clearInterval(heartbeat);
      await rm(path, { force: true });
    },
  };
}

async function writeClaim(folder: string, path: string): Promise<void> {
  const claim: Claim = {
    pid: process.pid,
    started_at: findProcess(process.pid)?.startedAt,
    host: hostname(),
  };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(`${path}.new`, JSON.stringify(claim), { flag: "wx", mode: 0o600 });
    await rename(`${path}.new`, path);
  } catch (cause) {
    throw new UserError(
      "unavailable",
      `The data folder ${folder} cannot be written to (${(cause as NodeJS.ErrnoException).code ?? "unknown error"}).`,
      "Give this user write access to it, free some disk space, or set DATA_DIR to another folder.",
      { cause },
    );
  }
}

interface NamedClaim {
  readonly name: string;
  readonly claim: Claim;
}

/** The others' claims, earliest first. Removes those whose process is gone. */
async function liveClaims(folder: string, own: string): Promise<readonly NamedClaim[]> {
  const names = (await readdir(folder)).filter((name) => /^lock-.*\.json$/.test(name) && name !== own).sort();
  const live: NamedClaim[] = [];
  for (const name of names) {
    const claim = await readClaim(join(folder, name));
    if (claim === undefined) continue;
    if (await isLive(claim, join(folder, name), join(folder, own))) live.push({ name, claim });
    else await rm(join(folder, name), { force: true });
  }
  return live;
}

/** Undefined when it has just gone. One that cannot be read counts as held from elsewhere, so age alone ends it. */
async function readClaim(path: string): Promise<Claim | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return undefined;
  }
  try {
    return Claim.parse(JSON.parse(text));
  } catch {
    return { pid: 0, host: "an unknown machine" };
  }
}

async function isLive(claim: Claim, path: string, ownPath: string): Promise<boolean> {
  if (claim.host === hostname()) {
    const found = findProcess(claim.pid);
    if (found === undefined) return false;
    return (
      claim.started_at === undefined || found.startedAt === undefined || claim.started_at === found.startedAt
    );
  }
  await touch(ownPath);
  const [theirs, ours] = await Promise.all([stat(path).catch(() => undefined), stat(ownPath)]);
  return theirs !== undefined && ours.mtimeMs - theirs.mtimeMs < FOREIGN_STALE_MS;
}

/** Writes a byte over itself, so that the time is the folder's own clock's and not this machine's. */
async function touch(path: string): Promise<void> {
  try {
    await using file = await open(path, "r+");
    await file.write("{", 0);
  } catch {
    // The folder may be gone; what uses it says so.
  }
}

function heldBy(folder: string, claim: Claim): UserError {
  const here = claim.host === hostname();
  const who =
    claim.pid === process.pid && here ? "this very process" : `process ${claim.pid} on ${claim.host}`;
  const wait = here ? "" : ` If it is gone, wait ${FOREIGN_STALE_MS / 1000} seconds and start again.`;
  return new UserError(
    "conflict",
    `The data folder ${folder} is in use by ${who}.`,
    `Stop that one first, or set DATA_DIR to another folder.${wait}`,
  );
}
