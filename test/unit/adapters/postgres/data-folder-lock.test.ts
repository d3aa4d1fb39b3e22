import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockDataFolder } from "../../../../src/adapters/postgres/data-folder-lock.ts";
import { findProcess } from "../../../../src/adapters/postgres/process-identity.ts";
import { UserError } from "../../../../src/domain/errors.ts";

const CHILD = join(import.meta.dirname, "database.child.ts");

describe("lockDataFolder", () => {
  let folder: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "backlot-lock-"));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts a process that asks for the lock; answers it with what it was told. */
  async function rival(): Promise<{ readonly child: ChildProcess; readonly said: string }> {
    const child = spawn(process.execPath, [CHILD, "lock", folder], { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    const [chunk] = await once(child.stdout, "data");
    return { child, said: String(chunk).trim() };
  }

  async function claim(fields: object, name = "lock-000000000000001-1-dead.json"): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify({ pid: process.pid, host: hostname(), ...fields }));
    return path;
  }

  test("is taken, refused to a second one with the holder's name, and free once released", async () => {
    const lock = await lockDataFolder(folder);
    const refusal = await lockDataFolder(folder).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UserError);
    expect(refusal).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("this very process"),
    });
    expect((refusal as UserError).hint).toMatch(/DATA_DIR/);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
    await (await lockDataFolder(folder)).release();
  });

  test("makes the folder, for its owner only", async () => {
    const lock = await lockDataFolder(join(folder, "a", "b"));
    const [name] = await readdir(join(folder, "a", "b"));
    expect(JSON.parse(await readFile(join(folder, "a", "b", name ?? ""), "utf8"))).toEqual({
      pid: process.pid,
      started_at: findProcess(process.pid)?.startedAt,
      host: hostname(),
    });
    await lock.release();
  });

  test("is refused while another process lives, and taken over once it was killed", async () => {
    const { child, said } = await rival();
    expect(said).toBe("held");
    await expect(lockDataFolder(folder)).rejects.toThrow(`in use by process ${child.pid} on ${hostname()}`);
    child.kill("SIGKILL");
    await once(child, "exit");
    const lock = await lockDataFolder(folder);
    expect(await readdir(folder)).toHaveLength(1);
    await lock.release();
  });

  test("of four processes that ask at once exactly one gets it", async () => {
    const rivals = await Promise.all([rival(), rival(), rival(), rival()]);
    const holders = rivals.filter(({ said }) => said === "held");
    expect(holders).toHaveLength(1);
    for (const { said } of rivals)
      expect(said).toMatch(/^held$|^refused The data folder .* is in use by process \d+/);
  });

  test("of many askers in one process exactly one gets it, again and again", async () => {
    for (let round = 0; round < 5; round += 1) {
      const asked = await Promise.allSettled(Array.from({ length: 6 }, () => lockDataFolder(folder)));
      const held = asked.filter((one) => one.status === "fulfilled");
      expect(held).toHaveLength(1);
      await held[0]?.value.release();
    }
  });

  test("a pid that was used again is not the holder", async () => {
    const path = await claim({ started_at: "another-boot/1" });
    const lock = await lockDataFolder(folder);
    expect(await readdir(folder)).not.toContain(path);
    await lock.release();
  });

  test("a pid that is gone is not the holder, one that cannot be told apart is", async () => {
    await claim({ pid: 2 ** 22 + 1, started_at: "x" });
    await (await lockDataFolder(folder)).release();
    await claim({});
    await expect(lockDataFolder(folder)).rejects.toThrow("in use");
  });

  test("a holder on another machine counts for as long as it touches its file", async () => {
    const path = await claim({ host: "elsewhere", pid: 7 });
    const refusal = await lockDataFolder(folder).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ message: expect.stringContaining("process 7 on elsewhere") });
    expect((refusal as UserError).hint).toContain("60 seconds");
    const longAgo = new Date(Date.now() - 61_000);
    await utimes(path, longAgo, longAgo);
    await (await lockDataFolder(folder)).release();
  });

  test("a claim that cannot be read counts for a minute, not forever", async () => {
    const path = await claim({});
    await writeFile(path, "{broken");
    await expect(lockDataFolder(folder)).rejects.toThrow("an unknown machine");
    const longAgo = new Date(Date.now() - 61_000);
    await utimes(path, longAgo, longAgo);
    await (await lockDataFolder(folder)).release();
  });

  test("a refused asker leaves nothing behind", async () => {
    const lock = await lockDataFolder(folder);
    await lockDataFolder(folder).catch(() => undefined);
    expect(await readdir(folder)).toHaveLength(1);
    await lock.release();
  });

  test("a folder that cannot be written is a UserError that says what to do", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(lockDataFolder(join(folder, "file"))).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("cannot be written"),
      hint: expect.stringContaining("DATA_DIR"),
    });
  });
});
