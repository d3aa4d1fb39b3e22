import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../support/free-port.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const HEALTHY_WITHIN_MS = 60_000;

export interface ProgramOptions {
  readonly dataDir?: string;
  readonly env?: Record<string, string>;
  /** Where it is started from, which is where it looks for .env; the data folder unless told. */
  readonly cwd?: string;
  /** Which of the program's entries; bot, worker and web in one unless told. */
  readonly entry?: "main" | "bot" | "worker";
}

/** The real program in a process of its own, on a data folder and ports of its own. */
export class Program {
  readonly dataDir: string;
  port: number;
  wsPort: number;
  output = "";
  #child: ChildProcess | undefined;
  #wasHealthy = false;
  /** For its next start. */
  readonly env: Record<string, string>;
  readonly #cwd: string;
  readonly #entry: string;

  private constructor(dataDir: string, ports: readonly [number, number], options: ProgramOptions) {
    this.dataDir = dataDir;
    [this.port, this.wsPort] = ports;
    this.env = { ...options.env };
    this.#cwd = options.cwd ?? dataDir;
    this.#entry = options.entry ?? "main";
  }

  static async create(options: ProgramOptions = {}): Promise<Program> {
    const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), "backlot-")));
    return new Program(dataDir, [await freePort(), await freePort()], options);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it and waits until it is healthy. Answers how long that took, in milliseconds. */
  async start(): Promise<number> {
    const began = performance.now();
    this.spawn();
    let first = !this.#wasHealthy;
    while (performance.now() - began < HEALTHY_WITHIN_MS) {
      if (this.#child?.exitCode !== null) {
        // Between being found free and being used, a port may go to someone else.
        if (!first || !this.output.includes("is in use"))
          throw new Error(`the program ended:\n${this.output}`);
        first = false;
        [this.port, this.wsPort] = [await freePort(), await freePort()];
        this.spawn();
      }
      const health = await fetch(`${this.url}/api/v1/chat/health`).catch(() => undefined);
      if (health?.status === 200) {
        this.#wasHealthy = true;
        return performance.now() - began;
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`not healthy within ${HEALTHY_WITHIN_MS} ms:\n${this.output}`);
  }

  /** Starts one that nobody can call, and waits until it says that it is ready. */
  async startDeaf(): Promise<void> {
    this.output = "";
    this.spawn();
    const until = performance.now() + HEALTHY_WITHIN_MS;
    while (!this.output.includes("Backlot is ready")) {
      if (this.#child?.exitCode !== null || performance.now() > until)
        throw new Error(`it did not start:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  spawn(): void {
    const env = {
      ...process.env,
      DATA_DIR: this.dataDir,
      HOST: "127.0.0.1",
      PORT: String(this.port),
      WS_PORT: String(this.wsPort),
      LOG_LEVEL: "warn",
      ...this.env,
    };
    const child = spawn(process.execPath, [path.join(ROOT, `src/${this.#entry}.ts`)], {
      cwd: this.#cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (this.output += chunk.toString()));
    this.#child = child;
  }

  /** Resolves with the exit code when the program ends by itself. */
  async ended(): Promise<number | null> {
    const child = this.#child;
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    return child.exitCode;
  }

  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<number | null> {
    this.#child?.kill(signal);
    return this.ended();
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
