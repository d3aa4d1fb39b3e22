import { type ChildProcess, execFile, fork } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const NPMRC = fileURLToPath(new URL("../../.npmrc", import.meta.url));
const INSTALL_WITHIN_MS = 300_000;

export interface Emulators {
  /** Starts one of the servers and resolves with what it tells of itself. */
  start(
    script: string,
    args?: readonly string[],
  ): Promise<{ server: ChildProcess; told: Record<string, string> }>;
  remove(): Promise<void>;
}

/** Installs the emulators into a folder of their own. Answers why not, where the registry cannot be reached. */
export async function installEmulators(): Promise<Emulators | string> {
  const folder = await mkdtemp(path.join(tmpdir(), "backlot-emulators-"));
  const servers: ChildProcess[] = [];
  await cp(HERE, folder, { recursive: true, filter: (source) => !source.endsWith("node_modules") });
  await cp(NPMRC, path.join(folder, ".npmrc"));
  const remove = async () => {
    for (const server of servers) server.kill();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const args = ["ci", "--ignore-scripts", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"];
    await promisify(execFile)("npm", args, { cwd: folder, timeout: INSTALL_WITHIN_MS });
  } catch (error) {
    await remove();
    return `the emulators could not be installed: ${String(error).split("\n")[0]}`;
  }
  return {
    start: async (script, args = []) => {
      const server = fork(path.join(folder, script), args, {
        cwd: folder,
        execArgv: ["--import", "./loopback.mjs"],
      });
      servers.push(server);
      return { server, told: await nextFrom(server) };
    },
    remove,
  };
}

/** The next message a server sends; rejects when it ends instead. */
export const nextFrom = (server: ChildProcess): Promise<Record<string, string>> =>
  new Promise((resolve, reject) => {
    server.once("message", (told) => resolve(told as Record<string, string>));
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
