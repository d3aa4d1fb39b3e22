import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../support/free-port.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { Program } from "./program.ts";

/** The real program as several processes over a Postgres server, and a Redis where one is asked for. */
export class Fleet {
  readonly server: PostgresServer;
  readonly env: Record<string, string>;
  readonly #folder: string;
  readonly #programs: Program[] = [];
  readonly #redis: ChildProcess | undefined;

  private constructor(
    server: PostgresServer,
    folder: string,
    env: Record<string, string>,
    redis: ChildProcess | undefined,
  ) {
    this.server = server;
    this.#folder = folder;
    this.env = env;
    this.#redis = redis;
  }

  static async open({ redis = false }: { readonly redis?: boolean } = {}): Promise<Fleet> {
    const server = await startPostgres();
    const folder = await mkdtemp(path.join(tmpdir(), "backlot-fleet-"));
    const env: Record<string, string> = { DATABASE_URL: await server.database(), LOG_LEVEL: "error" };
    if (!redis) return new Fleet(server, folder, env, undefined);
    const port = await freePort();
    const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
    const child = spawn("redis-server", args, { stdio: "ignore" });
    return new Fleet(server, folder, { ...env, REDIS_URL: `redis://127.0.0.1:${port}` }, child);
  }

  async bot(env: Record<string, string> = {}): Promise<Program> {
    const bot = await this.#make("bot", env);
    await bot.start();
    return bot;
  }

  async worker(env: Record<string, string> = {}): Promise<Program> {
    const worker = await this.#make("worker", env);
    await worker.startDeaf();
    return worker;
  }

  async close(): Promise<void> {
    await Promise.all(this.#programs.map((program) => program.kill()));
    this.#redis?.kill("SIGKILL");
    await this.server.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #make(entry: "bot" | "worker", env: Record<string, string>): Promise<Program> {
    const program = await Program.create({ entry, dataDir: this.#folder, env: { ...this.env, ...env } });
    this.#programs.push(program);
    return program;
  }
}
