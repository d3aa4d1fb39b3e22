import { COMMANDS } from "../../commands/index.ts";
import type { BoundCommand } from "../chat/command.ts";
import { Pace } from "../features/bulk/pace.ts";
import type { BulkParts } from "../features/bulk/parts.ts";
import { Progress } from "../features/bulk/progress.ts";
import { Conductor } from "../features/converse/conductor.ts";
import type { ConverseParts } from "../features/converse/parts.ts";
import { readMessage } from "../features/converse/read-message.ts";
import { createStopAsks } from "../features/converse/stop-asks.ts";
import { Stops } from "../features/converse/stops.ts";
import { createDeliverer, type Deliverer } from "../features/deliver/deliverer.ts";
import { bindCommand, createFeatures, type FeatureParts, type Features } from "../features/features.ts";
import { collectFiles } from "../features/hear/collect-files.ts";
import { createOrchestration } from "../features/orchestrate/orchestration.ts";
import { createDefinitions } from "../features/plan/definitions.ts";
import { createTimeline } from "../features/plan/show-timeline.ts";
import { createPresence, type Presence } from "../features/presence/presence.ts";
import { createPlaces } from "../features/projects/places.ts";
import { reopened } from "../features/projects/reopened.ts";
import { welcome } from "../features/projects/welcome.ts";
import { createReceiver } from "../features/receive/receiver.ts";
import { Waiters } from "../features/receive/waiters.ts";
import { createSkills } from "../features/skills.ts";
import { createCompletion } from "../features/suggest/complete.ts";
import { catchingUp, hearParts } from "./hear-parts.ts";
import { orchestrateParts } from "./orchestrate-parts.ts";
import { createOutbox } from "./outbox.ts";
import { PRESSES } from "./presses.ts";
import { productLife } from "./product-life.ts";
import type { Product, ProductParts } from "./product-parts.ts";
import { reachOf } from "./reach.ts";
import { createRota } from "./rota.ts";
import { sharedPace } from "./shared-pace.ts";
import { createVenue } from "./venue.ts";
import { SHIPPED } from "./workflows.ts";

/** The product on no platform: features over ports, tied together. */
export function createProduct(parts: ProductParts): Product {
  const { storage, bus, clock, ids, logger, models } = parts;
  const { stores, blobs } = storage;
  const reach = reachOf(parts);
  const sends = (name: string) => reach(name)?.delivery === "send";
  const deliverer = createOutbox(parts, () => createDeliverer({ ...parts, ...stores }));
  const workflowOf = workflowsOf(parts);
  const hooks = orchestrateParts(parts, { deliverer, sends, workflowOf, receiver: () => receiver });
  const orchestration = createOrchestration(hooks);
  const { operationEnded: onEnded } = orchestration;
  const bulk = bulkParts(parts, { deliverer, sends, workflowOf, onEnded });
  const progress = new Progress(bulk);
  const commands: BoundCommand[] = [];
  const stops = new Stops();
  const { schedule, hearOthers, ...others } = createRota(parts, () => conductor);
  const venue = createVenue(parts, { sends, kickDelivery: () => deliverer.kick(), wake: schedule });
  const { sessionAt } = createPlaces({ ...stores, venue, clock, ids });
  const hear = hearParts(parts, { sessionAt, deliverer, sends, receiver: () => receiver });
  const features = createFeatures({
    stores,
    blobs,
    model: models.model,
    clock,
    ids,
    bulk,
    progress,
    orchestration,
    read: readerOf(parts),
    commands: () => commands,
    timeline: createTimeline({ pictures: parts.pictures, blobs, logger }),
    shipped: SHIPPED,
    venue,
    didStop: (eventId) => stops.didStop(eventId),
    workflowOf,
    hear,
  });
  commands.push(...COMMANDS.map((command) => bindCommand(command, features)));
  const waiters = new Waiters(clock);
  const presence = createPresence(parts);
  const skills = createSkills({ features, stores, model: models.model, clock, ids });
  const told = { skills, commands, waiters, deliverer, sends, workflowOf, features, stops, presence };
  const conductor = new Conductor({ ...converseParts(parts, told), ...others });
  const asks = createStopAsks({ ...parts, ...stores, stops }, conductor);
  const rests = (id: string) => parts.shared !== true && conductor.rests(id);
  const hearing = { bus, clock, ids, waiters, sessionAt, schedule, rests, ...asks, heard: presence.arrived };
  const receiver = catchingUp(createReceiver({ ...stores, ...hearing }), hear);
  return {
    workflowOf,
    receiver: { ...receiver, complete: createCompletion({ ...stores, commands, clock }) },
    commands,
    ...productLife({ parts, bulk, progress, hooks, conductor, deliverer, features, hearOthers }),
  };
}

function bulkParts(
  parts: ProductParts,
  {
    deliverer,
    sends,
    workflowOf,
    onEnded,
  }: Pick<Said, "deliverer" | "sends" | "workflowOf"> & Pick<Required<BulkParts>, "onEnded">,
): BulkParts {
  const { storage, bus, clock, ids, logger, models, shared } = parts;
  const { stores, queue, blobs } = storage;
  const { prices } = models;
  const pace = shared ? sharedPace(bus) : new Pace();
  const reach = reachOf(parts);
  return {
    ...stores,
    queue,
    blobs,
    model: models.model,
    bus,
    clock,
    ids,
    logger,
    sends,
    workflowOf,
    pace,
    ...(prices ? { prices } : {}),
    onEnded: async (operation) => {
      pace.ended(operation);
      await onEnded(operation);
    },
    editEveryMs: (name) => reach(name)?.editEveryMs ?? 0,
    edits: (name) => reach(name)?.edits,
    kickDelivery: () => deliverer.kick(),
  };
}

const workflowsOf = ({ storage: { stores }, workflowOf }: ProductParts): Product["workflowOf"] =>
  workflowOf ?? createDefinitions({ shipped: SHIPPED, workflows: stores.workflows }).of;

/** Reads what a text says, against the bible of the turn's project. */
function readerOf({ storage: { stores }, models, logger }: ProductParts): FeatureParts["read"] {
  const parts = { bible: stores.bible, points: stores.points, ...models, logger };
  return async (turn, text) => (await readMessage(parts, turn, text)).reading;
}

interface Said {
  readonly skills: ConverseParts["skills"];
  readonly commands: ConverseParts["commands"];
  readonly waiters: Waiters;
  readonly features: Features;
  readonly stops: Stops;
  readonly deliverer: Deliverer;
  readonly presence: Presence;
  readonly sends: ConverseParts["sends"];
  readonly workflowOf: ConverseParts["workflowOf"];
}

function converseParts(
  parts: ProductParts,
  { skills, commands, waiters, deliverer, sends, workflowOf, features, stops, presence }: Said,
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
    stops,
    workflowOf,
    follow: features.orchestration.follow,
    lobby: features.lobby,
    welcome: (turn, outcome) => reopened(turn, welcome(turn, outcome)),
    clock,
    ids,
    logger,
    sends,
    working: presence.begin,
    opened: presence.opened,
    collect: (turn) => collectFiles({ ...parts, blobs: storage.blobs }, turn),
    readFiles: (turn, files) => features.imports.files(turn, files),
    write: deliverer.write,
    unwrite: deliverer.unwrite,
    amended: features.reread,
    onTurn: (eventId, view, due) => {
      if (due.reply) deliverer.send(due.reply);
      waiters.settle(eventId, view);
      presence.ended(eventId, view);
      if (view.private) deliverer.unwrite(view.message_id);
      if (due.any) deliverer.kick();
    },
  };
}
