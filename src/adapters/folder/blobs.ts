import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../domain/errors.ts";
import type { Blobs } from "../../ports/blobs.ts";

const MAX_KEY_CHARS = 400;
/** Names that are the same on every file system and cannot leave the folder: no part begins with a dot. */
const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
/** Beside the blobs, on the same disk, and no key can name it. */
const UNFINISHED = ".unfinished";

/** Blobs as files below one folder; a key's slashes are folders. What a dead process left half-written is cleared away. */
export async function openFolderBlobs(root: string): Promise<Blobs> {
  const unfinished = join(root, UNFINISHED);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const pathOf = (key: string) => join(root, ...checkKey(key).split("/"));
  return {
    provider: "folder",
    put: async (key, content) => {
      const path = pathOf(key);
      const temporary = join(unfinished, randomUUID());
      try {
        const size = await writeWhole(temporary, content);
        await mkdir(dirname(path), { recursive: true });
        await rename(temporary, path);
        return size;
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    open: async (key) => openFile(pathOf(key)),
    remove: async (key) => rm(pathOf(key), { force: true }),
    ping: async () => {
      await stat(unfinished);
    },
  };
}

function checkKey(key: string): string {
  if (key.length <= MAX_KEY_CHARS && KEY.test(key)) return key;
  throw new AppError("bad_request", `"${key.slice(0, 80)}" cannot be the key of a blob`);
}

/** Answers the size once the bytes are flushed to the disk: the rename must never be there before them. */
async function writeWhole(path: string, content: AsyncIterable<Uint8Array> | Uint8Array): Promise<number> {
  const target = createWriteStream(path, { flags: "wx", flush: true });
  await pipeline(content instanceof Uint8Array ? [content] : content, target);
  return target.bytesWritten;
}

async function openFile(path: string): Promise<Readable | undefined> {
  try {
    const file = await open(path, "r");
    if ((await file.stat()).isFile()) return file.createReadStream();
    await file.close();
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
