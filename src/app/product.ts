import { COMMANDS } from "../../commands/index.ts";
import type { BoundCommand } from "../chat/command.ts";
import type { Turn } from "../chat/turn.ts";
import type { BulkParts } from "../features/bulk/parts.ts";
import { Progress } from "../features/bulk/progress.ts";
import { Conductor } from "../features/converse/conductor.ts";
import type { ConverseParts } from "../features/converse/parts.ts";
import { readMessage } from "../features/converse/read-message.ts";
import { createDeliverer, type Deliverer } from "../features/deliver/deliverer.ts";
import { bindCommand, createFeatures, type Features } from "../features/features.ts";
import { createTimeline } from "../features/plan/show-timeline.ts";
import { createPlaces } from "../features/projects/places.ts";
import { createReceiver } from "../features/receive/receiver.ts";
import { Waiters } from "../features/receive/waiters.ts";
import { createSkills } from "../features/skills.ts";
import { PRESSES } from "./presses.ts";
import { productLife } from "./product-life.ts";
import type { Product, ProductParts } from "./product-parts.ts";
import { shippedOf } from "./workflows.ts";

/** The product on no platform: features over ports, tied together. */
export function createProduct(parts: ProductParts): Product {
  const { storage, bus, clock, ids, logger, models } = parts;
  const { stores, queue, blobs } = storage;
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
    readMessage({ bible: stores.bible, points: stores.points, ...models, logger }, turn, text).then(
      ({ reading }) => reading,
    );
  const features = createFeatures({
    stores,
    blobs,
    model: models.model,
    clock,
    ids,
    bulk,
    progress,
    read,
    commands: () => commands,
    timeline: createTimeline({ pictures: parts.pictures, blobs, logger }),
  });
  commands.push(...COMMANDS.map((command) => bindCommand(command, features)));
  const waiters = new Waiters(clock);
  const skills = createSkills({ features, stores, model: models.model, clock, ids });
  const conductor = new Conductor(
    converseParts(parts, { skills, commands, waiters, deliverer, sends, features }),
  );
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
  return { receiver, commands, ...productLife({ parts, bulk, progress, conductor, deliverer, features }) };
}

interface Said {
  readonly skills: ConverseParts["skills"];
  readonly commands: ConverseParts["commands"];
  readonly waiters: Waiters;
  readonly features: Features;
  readonly deliverer: Deliverer;
  readonly sends: ConverseParts["sends"];
}

function converseParts(
  parts: ProductParts,
  { skills, commands, waiters, deliverer, sends, features }: Said,
): ConverseParts {
  const { storage, leases, bus, models, clock, ids, logger } = parts;
  return {
    ...storage.stores,
    ...models,
    leases,
    bus,
    skills,
    commands,
    presses: PRESSES,
    workflowOf: shippedOf,
    clock,
    ids,
    logger,
    sends,
    typing: (_sessionId, place) => parts.platform(place.platform)?.typing(place),
    readFiles: (turn, files) => features.imports.files(turn, files),
    onTurn: (eventId, view, delivered) => {
      waiters.settle(eventId, view);
      if (delivered) deliverer.kick();
    },
  };
}
