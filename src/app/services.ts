import path from "node:path";
import { createMemoryBus } from "../adapters/memory/bus.ts";
import { createMemoryLeases } from "../adapters/memory/leases.ts";
import { ensurePageBuilt } from "../adapters/web/page-build.ts";
import { createWebPlatform, type WebAddress } from "../adapters/web/platform.ts";
import { evaluateWorkflow } from "../domain/workflow/workflow-view.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Logger } from "../ports/logger.ts";
import type { Platform } from "../ports/platform.ts";
import type { Config } from "./config.ts";
import { createHealth } from "./health.ts";
import { createModels } from "./model.ts";
import { createChatPlatforms } from "./platforms.ts";
import { createProduct, PRESSES } from "./product.ts";
import { createIds } from "./random-ids.ts";
import type { Secrets } from "./secrets.ts";
import { openStorage } from "./storage.ts";
import { systemClock } from "./system-clock.ts";
import { VERSION } from "./version.ts";

/** The program's own folder, wherever it was started from. */
const ROOT = path.resolve(import.meta.dirname, "../..");
const MAX_FILE_BYTES = 50 * 1024 * 1024;
const MAX_FILES = 10;

export interface Overrides {
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly ids?: Ids;
}

export interface Services {
  readonly config: Config;
  /** Opens the platforms, then takes up what was left undone. */
  start(): Promise<void>;
  /** Takes nothing new, ends what runs, and lets go in reverse order. */
  stop(): Promise<void>;
  address(): WebAddress;
}

/** Builds the whole program from its settings. Nothing listens before `start`. */
export async function createServices(
  config: Config,
  secrets: Secrets,
  overrides: Overrides,
): Promise<Services> {
  const { logger, clock = systemClock, ids = createIds() } = overrides;
  const page = ensurePageBuilt(ROOT).catch((error: unknown) => {
    logger.warn({ err: error }, "the page could not be built; the interface works without it");
  });
  const storage = await openStorage(config, secrets, logger);
  const bus = createMemoryBus((error, topic) => logger.error({ err: error, topic }, "a listener failed"));
  const leases = createMemoryLeases();
  const models = createModels(config.model, secrets, logger);
  const platforms: Platform[] = [];
  const product = createProduct({
    storage,
    bus,
    leases,
    models,
    clock,
    ids,
    logger,
    platform: (name) => platforms.find((platform) => platform.name === name),
  });
  const { stores, blobs } = storage;
  const web = createWebPlatform({
    config: {
      ...config.web,
      pageDir: path.join(ROOT, "dist", "page"),
      authSecret: secrets.auth,
      maxFileBytes: MAX_FILE_BYTES,
      maxFiles: MAX_FILES,
    },
    version: VERSION,
    stores,
    blobs,
    bus,
    clock,
    ids,
    logger,
    commands: product.commands,
    choicePrefixes: PRESSES.map((press) => press.prefix),
    health: createHealth({ config, storage, model: models.model, platforms: () => platforms, clock }),
    workflow: evaluateWorkflow,
  });
  platforms.push(web, ...createChatPlatforms(config, secrets, { commands: product.commands, clock, logger }));
  return {
    config,
    start: async () => {
      await page;
      await product.start();
      for (const platform of platforms) await platform.start(product.receiver);
      await product.recover();
    },
    stop: async () => {
      for (const platform of platforms.toReversed()) await platform.stop();
      await product.stop();
      await leases.close();
      await bus.close();
      await storage.close();
    },
    address: () => web.address(),
  };
}
