import { createResvgPictures } from "../adapters/resvg/pictures.ts";
import { ensurePageBuilt } from "../adapters/web/page-build.ts";
import type { WebAddress } from "../adapters/web/platform.ts";
import { createWebhook } from "../adapters/webhook/webhook.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Logger } from "../ports/logger.ts";
import type { Platform } from "../ports/platform.ts";
import type { Config } from "./config.ts";
import { DUTIES, type Duty } from "./duty.ts";
import { createHealth } from "./health.ts";
import { createHealthPort } from "./health-port.ts";
import { openLines } from "./lines.ts";
import { createModels } from "./model.ts";
import { createChatPlatforms } from "./platforms.ts";
import { createProduct } from "./product.ts";
import { createIds } from "./random-ids.ts";
import { ROOT } from "./root.ts";
import type { Secrets } from "./secrets.ts";
import { openStorage } from "./storage.ts";
import { systemClock } from "./system-clock.ts";
import { createWeb } from "./web.ts";

export interface Overrides {
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** What this process does of it all; everything when left out. */
  readonly duty?: Duty;
}

export interface Services {
  readonly config: Config;
  /** Opens the platforms, then takes up what was left undone. */
  start(): Promise<void>;
  /** Takes nothing new, ends what runs, and lets go in reverse order. */
  stop(): Promise<void>;
  /** Where the page is; of a process that talks. */
  address(): WebAddress | undefined;
  /** Where people bring Backlot into workspaces of theirs, by platform. */
  invitations(): readonly (readonly [platform: string, url: string])[];
}

/** Builds the whole program from its settings. Nothing listens before `start`. */
export async function createServices(
  config: Config,
  secrets: Secrets,
  overrides: Overrides,
): Promise<Services> {
  const { logger, clock = systemClock, ids = createIds(), duty = DUTIES.all } = overrides;
  const page = duty.talks ? buildPage(logger) : undefined;
  const storage = await openStorage(config, secrets, logger);
  const lines = await openLines(storage, clock, logger);
  const models = createModels(config.model, secrets, logger);
  const pictures = createResvgPictures({ clock });
  const platforms: Platform[] = [];
  const product = createProduct({
    storage,
    ...lines,
    duty,
    models,
    pictures,
    webhook: createWebhook({ clock, authSecret: secrets.auth, ...config.webhooks }),
    clock,
    ids,
    logger,
    maxFileBytes: config.hearing.maxFileBytes,
    bulkConcurrency: config.bulk.concurrency,
    platform: (name) => platforms.find((platform) => platform.name === name),
  });
  const health = createHealth({ config, storage, model: models.model, platforms: () => platforms, clock });
  const shared = { commands: product.commands, workflowOf: product.workflowOf, clock, logger };
  const { blobs, stores } = storage;
  const web = duty.talks
    ? createWeb({ ...shared, config, secrets, storage, health, bus: lines.bus, ids, root: ROOT })
    : undefined;
  const chat = { ...shared, blobs, installations: stores.installations };
  if (web) platforms.push(web, ...createChatPlatforms(config, secrets, chat));
  const healthPort = createHealthPort(config, health);
  return {
    config,
    start: async () => {
      await page;
      await product.start();
      await healthPort.start();
      for (const platform of platforms) await platform.start(product.receiver);
      await product.recover();
    },
    stop: async () => {
      for (const platform of platforms.toReversed()) await platform.stop();
      await healthPort.stop();
      await product.stop();
      await pictures.close();
      await lines.leases.close();
      await lines.bus.close();
      await storage.close();
    },
    address: () => web?.address(),
    invitations: () => platforms.flatMap(invitationOf),
  };
}

async function buildPage(logger: Logger): Promise<void> {
  await ensurePageBuilt(ROOT).catch((error: unknown) => {
    logger.warn({ err: error }, "the page could not be built; the interface works without it");
  });
}

function invitationOf({ name, invitation }: Platform): (readonly [platform: string, url: string])[] {
  const url = invitation?.();
  return url === undefined ? [] : [[name, url]];
}
