import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensurePageBuilt } from "../../../../src/adapters/web/page-build.ts";

const SOURCE = "src/adapters/web/page/main.tsx";

describe("ensurePageBuilt", () => {
  let root = "";
  const write = async (file: string, second: number): Promise<void> => {
    const at = path.join(root, file);
    await mkdir(path.dirname(at), { recursive: true });
    await writeFile(at, "");
    await utimes(at, second, second);
  };
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), "backlot-page-"));
  });
  afterEach(() => rm(root, { recursive: true }));

  it("leaves an installation without sources as it is", async () => {
    await write("dist/page/index.html", 1);
    expect(await ensurePageBuilt(root)).toEqual({ dir: path.join(root, "dist/page"), built: false, ms: 0 });
  });

  it("does nothing when no source is newer than the page", async () => {
    await write(SOURCE, 10);
    await write("src/chat/reply.ts", 20);
    await utimes(path.join(root, path.dirname(SOURCE)), 20, 20);
    await write("dist/page/index.html", 20);
    expect(await ensurePageBuilt(root)).toMatchObject({ built: false });
  });

  it("wants to build when a source is newer, and says what it lacks", async () => {
    await write(SOURCE, 30);
    await write("dist/page/index.html", 20);
    await expect(ensurePageBuilt(root)).rejects.toThrow("run `npm ci` with its devDependencies");
  });

  it("says when there is nothing to build, and leaves nothing behind", async () => {
    await expect(ensurePageBuilt(root)).rejects.toThrow("there are no sources of the page");
    expect(await readdir(root)).toEqual([]);
  });
});
