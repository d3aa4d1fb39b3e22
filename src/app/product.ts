import { COMMANDS } from "../../commands/index.ts";
import type { BoundCommand } from "../chat/command.ts";
import type { Turn } from "../chat/turn.ts";
import { NEXT_PREFIX, resolveNextChoice } from "../domain/workflow/next-choices.ts";
import { CONTROL_PREFIX, resolveControl } from "../features/bulk/controls.ts";
import type { BulkParts } from "../features/bulk/parts.ts";
import { Progress } from "../features/bulk/progress.ts";
import { createItemRunner } from "../features/bulk/run-item.ts";
import { Conductor } from "../features/converse/conductor.ts";
import type { ConverseParts, PressResolver } from "../features/converse/parts.ts";
import { readMessage } from "../features/converse/read-message.ts";
import { createDeliverer } from "../features/deliver/deliverer.ts";
import { bindCommand, createFeatures } from "../features/features.ts";
import { createPlaces } from "../features/projects/places.ts";
import { createReceiver } from "../features/receive/receiver.ts";
import { Waiters } from "../features/receive/waiters.ts";
import { createSkills } from "../features/skills.ts";
import type { Bus } from "../ports/bus.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Leases } from "../ports/leases.ts";
import type { Logger } from "../ports/logger.ts";
import type { Platform, Receiver } from "../ports/platform.ts";
import type { Worker } from "../ports/queue.ts";
import type { Models } from "./model.ts";
import type { Storage } from "./storage.ts";

/** Items of bulk work that one process writes at a time. Offline one is as fast as many; with a model the waiting overlaps. */
const WORKERS = 8;
/** Feed frames are for catching up; who was away longer loads the session anew. */
const FEED_DAYS = 7;
const PRUNE_EVERY_MS = 6 * 3_600_000;

/** Choices that are computed, not stored. */
export const PRESSES: readonly PressResolver[] = [
  { prefix: CONTROL_PREFIX, resolve: (_turn, id) => resolveControl(id) },
  {
    prefix: NEXT_PREFIX,
    resolve: (turn, id) => {
      const offer = resolveNextChoice(id, turn.project, turn.counts);
      return offer === undefined || offer === "expired" ? offer : offer.action;
    },
  },
];

export interface ProductParts {
  readonly storage: Storage;
  readonly bus: Bus;
  readonly leases: Leases;
  readonly models: Models;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly platform: (name: string) => Platform | undefined;
}

export interface Product {
  readonly receiver: Receiver;
  readonly commands: readonly BoundCommand[];
  /** Starts the worker. */
  start(): Promise<void>;
  /** Takes up what the last process left undone. */
  recover(): Promise<void>;
  stop(): Promise<void>;
}

/** The product on no platform: features over ports, tied together. */
export function createProduct(parts: ProductParts): Product {
  const { storage, bus, clock, ids, logger, models } = parts;
  const { stores, queue } = storage;
  const sends = (name: string) => parts.platform(name)?.delivery === "send";
  const deliverer = createDeliverer({ ...stores, platform: parts.platform, clock, logger });
  const bulk: BulkParts = {
    ...stores,
    queue,
    model: models.model,
    bus,
    clock,
    ids,
    logger,
    sends,
    editEveryMs: (name) => parts.platform(name)?.editEveryMs ?? 0,
    kickDelivery: () => deliverer.kick(),
  };
  const progress = new Progress(bulk);
  const commands: BoundCommand[] = [];
  const read = (turn: Turn, text: string) =>
    readMessage({ bible: stores.bible, ...models, logger }, turn, text);
  const features = createFeatures({
    stores,
    model: models.model,
    clock,
    ids,
    bulk,
    progress,
    read,
    commands: () => commands,
  });
  commands.push(...COMMANDS.map((command) => bindCommand(command, features)));
  const waiters = new Waiters(clock);
  const converse: ConverseParts = {
    ...stores,
    ...models,
    leases: parts.leases,
    bus,
    skills: createSkills({ features, stores, model: models.model, clock, ids }),
    commands,
    presses: PRESSES,
    clock,
    ids,
    logger,
    sends,
    typing: (_sessionId, place) => parts.platform(place.platform)?.typing(place),
    onTurn: (eventId, view, delivered) => {
      waiters.settle(eventId, view);
      if (delivered) deliverer.kick();
    },
  };
  const conductor = new Conductor(converse);
  const places = createPlaces({ ...stores, clock, ids });
  const receiver = createReceiver({
    ...stores,
    bus,
    clock,
    ids,
    waiters,
    sessionAt: places.sessionAt,
    schedule: (id) => conductor.schedule(id),
  });
  return { receiver, commands, ...lifecycle({ parts, bulk, progress, conductor, deliverer, features }) };
}

interface Moving {
  readonly parts: ProductParts;
  readonly bulk: BulkParts;
  readonly progress: Progress;
  readonly conductor: Conductor;
  readonly deliverer: ReturnType<typeof createDeliverer>;
  readonly features: ReturnType<typeof createFeatures>;
}

function lifecycle({
  parts,
  bulk,
  progress,
  conductor,
  deliverer,
  features,
}: Moving): Pick<Product, "start" | "recover" | "stop"> {
  const { queue, stores } = parts.storage;
  const items = createItemRunner(bulk, progress);
  let worker: Worker | undefined;
  let stopPruning = () => {};
  const prune = () => {
    const before = new Date(parts.clock.now().getTime() - FEED_DAYS * 86_400_000);
    stores.messages
      .prune(before)
      .catch((error: unknown) => parts.logger.warn({ err: error }, "old feed frames could not be forgotten"));
    stopPruning = parts.clock.after(PRUNE_EVERY_MS, prune);
  };
  return {
    start: async () => {
      queue.onEvent((event) => {
        if (event.type === "failed") void items.lost(event.id, "it was interrupted too often");
      });
      worker = await queue.work((job, run) => items.run(job, run), { concurrency: WORKERS });
    },
    recover: async () => {
      await conductor.recover();
      await features.bulk.recover();
      deliverer.kick();
      prune();
    },
    stop: async () => {
      stopPruning();
      await conductor.stop();
      await worker?.close();
      progress.stop();
      await deliverer.stop();
    },
  };
}
