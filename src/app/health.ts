import type { HealthReport } from "../adapters/web/schemas/health.ts";
import type { Clock } from "../ports/clock.ts";
import type { Model } from "../ports/model.ts";
import type { Platform } from "../ports/platform.ts";
import type { Config } from "./config.ts";
import type { Storage } from "./storage.ts";
import { VERSION } from "./version.ts";

const CHECK_WITHIN_MS = 3_000;
/** A model's provider is asked at most this often: it may cost money, and the offline engine stands in. */
const MODEL_EVERY_MS = 60_000;

interface HealthParts {
  readonly config: Config;
  readonly storage: Storage;
  readonly model: Model;
  readonly platforms: () => readonly Platform[];
  readonly clock: Clock;
}

type Check = HealthReport["checks"][string];

/** Asks every part whether it works. Store and queue are needed; the rest can be missed for a while. */
export function createHealth(parts: HealthParts): () => Promise<HealthReport> {
  const since = parts.clock.now().getTime();
  let model: { readonly at: number; readonly check: Promise<Check> } | undefined;
  const modelCheck = (): Promise<Check> => {
    const now = parts.clock.now().getTime();
    if (!model || now - model.at > MODEL_EVERY_MS)
      model = { at: now, check: check(() => parts.model.ping(AbortSignal.timeout(CHECK_WITHIN_MS))) };
    return model.check;
  };
  return async () => {
    const { storage } = parts;
    const named: [string, Promise<Check>][] = [
      ["store", check(() => storage.ping())],
      ["queue", check(() => storage.queue.ping())],
      ["blobs", check(() => storage.blobs.ping())],
      ["model", modelCheck()],
      ...parts
        .platforms()
        .map((platform): [string, Promise<Check>] => [platform.name, check(() => platform.check())]),
    ];
    const checks = Object.fromEntries(
      await Promise.all(named.map(async ([name, result]): Promise<[string, Check]> => [name, await result])),
    );
    return {
      status: statusOf(checks),
      version: VERSION,
      uptime_s: Math.round((parts.clock.now().getTime() - since) / 1000),
      providers: providersOf(parts),
      checks,
    };
  };
}

function statusOf(checks: Record<string, Check>): HealthReport["status"] {
  if (!checks.store?.ok || !checks.queue?.ok) return "down";
  return Object.values(checks).every((result) => result.ok) ? "ok" : "degraded";
}

const EMBEDDED = { folder: "embedded", memory: "memory" } as const;

function providersOf({ config, storage, model, platforms }: HealthParts): HealthReport["providers"] {
  const store = `postgres (${config.store.kind === "server" ? config.store.address : EMBEDDED[config.store.kind]})`;
  return {
    store,
    queue: storage.queue.provider,
    graph: store,
    model: model.info.name,
    blobs: storage.blobs.provider,
    platforms: platforms().map((platform) => platform.name),
  };
}

async function check(ask: () => Promise<void>): Promise<Check> {
  const began = performance.now();
  try {
    await Promise.race([ask(), late()]);
    return { ok: true, ms: Math.round(performance.now() - began) };
  } catch (error) {
    return {
      ok: false,
      ms: Math.round(performance.now() - began),
      error: error instanceof Error ? error.message : "failed",
    };
  }
}

function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${CHECK_WITHIN_MS} ms`)), CHECK_WITHIN_MS).unref();
  });
}
