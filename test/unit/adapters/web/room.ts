import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFolderBlobs } from "../../../../src/adapters/folder/blobs.ts";
import { createMemoryBus } from "../../../../src/adapters/memory/bus.ts";
import { createMemoryLeases } from "../../../../src/adapters/memory/leases.ts";
import { migrateStores } from "../../../../src/adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../../../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../../../src/adapters/postgres/stores.ts";
import type { WebConfig, WebPlatformOptions } from "../../../../src/adapters/web/options.ts";
import { createWebPlatform, type WebPlatform } from "../../../../src/adapters/web/platform.ts";
import { createIds } from "../../../../src/app/random-ids.ts";
import { systemClock } from "../../../../src/app/system-clock.ts";
import { shippedOf } from "../../../../src/app/workflows.ts";
import { EMPTY_READING } from "../../../../src/domain/reading/reading.ts";
import { NEXT_PREFIX, resolveNextChoice } from "../../../../src/domain/workflow/next-choices.ts";
import { Conductor } from "../../../../src/features/converse/conductor.ts";
import type { ConverseParts } from "../../../../src/features/converse/parts.ts";
import { Stops } from "../../../../src/features/converse/stops.ts";
import { createPlaces } from "../../../../src/features/projects/places.ts";
import { createReceiver } from "../../../../src/features/receive/receiver.ts";
import { Waiters } from "../../../../src/features/receive/waiters.ts";
import type { Blobs } from "../../../../src/ports/blobs.ts";
import type { Bus } from "../../../../src/ports/bus.ts";
import type { Model } from "../../../../src/ports/model.ts";
import type { Receiver } from "../../../../src/ports/platform.ts";
import type { Stores } from "../../../../src/ports/stores.ts";
import { openMemoryDatabase } from "../../../contract/memory-database.ts";
import { createMemoryLogger, type Logged } from "./memory-logger.ts";
import { type ScriptParts, scriptedCommands, scriptedSkill } from "./script.ts";

export interface Room {
  readonly url: string;
  /** Where the second port listens. */
  readonly wsUrl: string;
  readonly platform: WebPlatform;
  readonly stores: Stores;
  readonly blobs: Blobs;
  readonly bus: Bus;
  readonly logged: Logged[];
  readonly receiver: Receiver;
  /** The files in the folder of blobs, or in one below it. */
  blobKeys(below?: string): Promise<string[]>;
  /** Lets "wait" answer. */
  readonly release: () => void;
  /** Another web platform over the same stores. */
  another(options: Partial<WebPlatformOptions>, config?: Partial<WebConfig>): WebPlatform;
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The web room over real stores in memory and real turns, with a scripted Backlot in it. */
export async function openRoom(
  config: Partial<WebConfig> = {},
  overrides: Partial<WebPlatformOptions> = {},
): Promise<Room> {
  const database = await openMemoryDatabase<BacklotSchema>();
  await migrateStores(database.kysely);
  const folder = await mkdtemp(join(tmpdir(), "backlot-web-"));
  const { logger, logged } = createMemoryLogger();
  const bus = createMemoryBus((error) =>
    logged.push({ level: "error", data: { err: error }, message: "bus" }),
  );
  const stores = createPostgresStores(database.kysely);
  const blobs = await openFolderBlobs(join(folder, "blobs"));
  const gate = Promise.withResolvers<void>();
  const script: ScriptParts = { stores, ids: createIds(), clock: systemClock, gate: gate.promise };
  const { receiver, conductor } = converse(script, { bus, logger });
  const optionsOf = (
    more: Partial<WebPlatformOptions>,
    changed: Partial<WebConfig> = {},
  ): WebPlatformOptions => ({
    config: {
      host: "127.0.0.1",
      port: 0,
      wsPort: 0,
      pageDir: join(folder, "page"),
      maxFileBytes: 1024 * 1024,
      maxFiles: 10,
      ...config,
      ...changed,
    },
    version: "1.2.3",
    stores,
    blobs,
    bus,
    clock: systemClock,
    ids: script.ids,
    logger,
    commands: scriptedCommands(script),
    choicePrefixes: [NEXT_PREFIX],
    health: async () => HEALTHY,
    workflowOf: shippedOf,
    ...overrides,
    ...more,
  });
  let platform = createWebPlatform(optionsOf({}));
  await platform.start(receiver);
  return {
    get url() {
      return `http://127.0.0.1:${platform.address().port}`;
    },
    get wsUrl() {
      return `ws://127.0.0.1:${platform.address().wsPort}`;
    },
    get platform() {
      return platform;
    },
    stores,
    blobs,
    bus,
    logged,
    receiver,
    blobKeys: async (below = "") => {
      const found = await readdir(join(folder, "blobs", below), { withFileTypes: true });
      return found
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort();
    },
    release: gate.resolve,
    another: (more, changed) => createWebPlatform(optionsOf(more, changed)),
    restart: async () => {
      const { port, wsPort } = platform.address();
      await platform.stop();
      platform = createWebPlatform(optionsOf({}, { port, wsPort }));
      await platform.start(receiver);
    },
    close: async () => {
      gate.resolve();
      await platform.stop();
      await conductor.stop();
      await bus.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const HEALTHY = {
  status: "ok",
  version: "1.2.3",
  uptime_s: 1,
  providers: {
    store: "postgres",
    queue: "postgres",
    graph: "postgres",
    model: "offline",
    blobs: "folder",
    platforms: ["web"],
  },
  checks: { store: { ok: true, ms: 1 } },
} as const satisfies Awaited<ReturnType<WebPlatformOptions["health"]>>;

function converse(script: ScriptParts, { bus, logger }: Pick<ConverseParts, "bus" | "logger">) {
  const { stores, clock, ids } = script;
  const waiters = new Waiters(clock);
  const silent = {
    info: { name: "script", offline: false },
    read: async () => EMPTY_READING,
  } as unknown as Model;
  const conductor = new Conductor({
    ...stores,
    leases: createMemoryLeases(),
    bus,
    model: silent,
    offline: silent,
    skills: [scriptedSkill(script)],
    commands: scriptedCommands(script),
    workflowOf: shippedOf,
    stops: new Stops(),
    presses: [
      {
        prefix: NEXT_PREFIX,
        resolve: (turn, id) => {
          const offer = resolveNextChoice(id, turn);
          return typeof offer === "object" ? offer.action : offer;
        },
      },
    ],
    clock,
    ids,
    logger,
    sends: () => false,
    onTurn: (eventId, view) => waiters.settle(eventId, view),
  });
  const { sessionAt } = createPlaces({ ...stores, clock, ids });
  const schedule = (sessionId: string) => conductor.schedule(sessionId);
  return {
    conductor,
    receiver: createReceiver({ ...stores, bus, clock, ids, waiters, sessionAt, schedule }),
  };
}
