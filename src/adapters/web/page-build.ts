import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../domain/errors.ts";

const PAGE = join("src", "adapters", "web", "page");
/** Where the page takes shapes, words and the table of a step's transitions from. */
const SHARED = [join("src", "chat"), join("src", "domain", "workflow")];
const OUT = join("dist", "page");
const VITE = join("node_modules", "vite", "bin", "vite.js");
const BUILD_TIMEOUT_MS = 120_000;
const SHOWN_OUTPUT_CHARS = 2_000;

export interface PageBuild {
  /** The folder with index.html, absolute when `root` is. */
  readonly dir: string;
  readonly built: boolean;
  /** How long the build took; 0 when nothing had to be done. */
  readonly ms: number;
}

/**
 * Builds the page when it is missing or older than its sources. An installation that ships only `dist/page`
 * is left as it is. Several callers at once are safe: each builds aside, and a whole build takes the old one's place.
 * Throws AppError("unavailable") with the builder's own words when the build fails.
 */
export async function ensurePageBuilt(root: string): Promise<PageBuild> {
  const dir = join(root, OUT);
  const sources = [PAGE, ...SHARED]
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder));
  const built = await modifiedMs(join(dir, "index.html"));
  if (built !== undefined && built >= (await newestMs(sources))) return { dir, built: false, ms: 0 };
  checkBuildable(root);
  const started = performance.now();
  await mkdir(join(root, "dist"), { recursive: true });
  const aside = await mkdtemp(join(root, "dist", ".page-"));
  try {
    const fresh = join(aside, "page");
    await runVite(root, fresh);
    await put(fresh, dir);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return { dir, built: true, ms: Math.round(performance.now() - started) };
}

function checkBuildable(root: string): void {
  if (!existsSync(join(root, PAGE))) {
    throw new AppError("unavailable", `there are no sources of the page in ${root}`);
  }
  if (!existsSync(join(root, VITE))) {
    throw new AppError("unavailable", "vite is not installed: run `npm ci` with its devDependencies");
  }
}

async function modifiedMs(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return undefined;
  }
}

/** 0 when there is none of the folders. */
async function newestMs(folders: readonly string[]): Promise<number> {
  const found = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  );
  const times = await Promise.all(
    found.flat().map((entry) => modifiedMs(join(entry.parentPath, entry.name))),
  );
  return Math.max(0, ...times.map((time) => time ?? 0));
}

function runVite(root: string, outDir: string): Promise<void> {
  const script = join(root, VITE);
  const config = join(root, PAGE, "vite.config.ts");
  const args = [script, "build", "--config", config, "--outDir", outDir, "--logLevel", "warn"];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: BUILD_TIMEOUT_MS,
    });
    let output = "";
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-SHOWN_OUTPUT_CHARS);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (cause) =>
      reject(new AppError("unavailable", "The page's builder did not start", { cause })),
    );
    child.on("close", (code) =>
      code === 0
        ? resolve()
        : reject(new AppError("unavailable", `The page's build failed (${code}): ${output.trim()}`)),
    );
  });
}

/** Another process may have put its own build there between the two calls: it is as good as ours. */
async function put(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  try {
    await rename(from, to);
  } catch (cause) {
    if (!existsSync(join(to, "index.html")))
      throw new AppError("unavailable", "The built page could not be put in place", { cause });
  }
}
