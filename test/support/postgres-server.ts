import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort } from "./free-port.ts";

/** Postgres does not run as root; where the tests do, it gets the user that owns nothing. */
const NOBODY = 65_534;
const READY_WITHIN_MS = 30_000;
const UNSAFE_AND_QUICK = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=200",
];

/** A server to which tests may do anything. */
export interface PostgresServer {
  /** Of a database that is there from the start. */
  readonly url: string;
  /** A new database of its own; answers its URL. */
  database(): Promise<string>;
  /** Kills it as a machine that fails does, and starts it again. Only of a server started here. */
  outage(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** Undefined when there is a server to be had: the one TEST_DATABASE_URL names, or one started in a temporary folder. */
export function whyNoPostgres(): string | undefined {
  if (process.env.TEST_DATABASE_URL !== undefined) return undefined;
  const missing = ["postgres", "initdb"].filter((program) => onPath(program) === undefined);
  return missing.length === 0
    ? undefined
    : `${missing.join(" and ")} is not on PATH and TEST_DATABASE_URL is not set`;
}

export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined) return serverAt(given);
  const folder = await mkdtemp(path.join(tmpdir(), "backlot-postgres-"));
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (as.uid !== undefined) await chown(folder, as.uid, as.gid);
  const data = path.join(folder, "data");
  const made = spawnSync(
    onPath("initdb") ?? "initdb",
    ["-D", data, "-A", "trust", "-U", "backlot", "--no-sync", "--encoding=UTF8", "--locale=C"],
    { ...as, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const options = [`port=${port}`, "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`];
  const start = () =>
    spawn(
      onPath("postgres") ?? "postgres",
      ["-D", data, ...[...options, ...UNSAFE_AND_QUICK].flatMap((option) => ["-c", option])],
      { ...as, cwd: folder, stdio: "ignore" },
    );
  const url = `postgres://backlot@127.0.0.1:${port}/postgres`;
  let child = start();
  await ready(url, child);
  return {
    ...serverAt(url),
    outage: async (ms) => {
      // SIGQUIT ends every connection at once, without a goodbye.
      child.kill("SIGQUIT");
      await once(child, "exit");
      await new Promise((resolve) => setTimeout(resolve, ms));
      child = start();
      await ready(url, child);
    },
    stop: async () => {
      child.kill("SIGQUIT");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function serverAt(url: string): PostgresServer {
  return {
    url,
    database: async () => {
      const name = `test_${randomUUID().replaceAll("-", "")}`;
      await ask(url, `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
      return Object.assign(new URL(url), { pathname: `/${name}` }).href;
    },
    outage: () => Promise.reject(new Error("this server was not started here")),
    stop: async () => {},
  };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const error = await ask(url, "SELECT 1").then(
      () => undefined,
      (failure: unknown) => failure,
    );
    if (error === undefined) return;
    if (child.exitCode !== null || Date.now() > until)
      throw new Error("Postgres did not start", { cause: error });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function onPath(program: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
