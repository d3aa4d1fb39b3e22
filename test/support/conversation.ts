import { shippedOf } from "../../src/app/workflows.ts";
import type { BoundCommand } from "../../src/chat/command.ts";
import type { Skill } from "../../src/chat/skill.ts";
import type { TurnView } from "../../src/chat/turn-record.ts";
import { EMPTY_READING } from "../../src/domain/reading/reading.ts";
import { Conductor } from "../../src/features/converse/conductor.ts";
import type { ConverseParts } from "../../src/features/converse/parts.ts";
import { Stops } from "../../src/features/converse/stops.ts";
import { createPlaces } from "../../src/features/projects/places.ts";
import { createReceiver } from "../../src/features/receive/receiver.ts";
import { Waiters } from "../../src/features/receive/waiters.ts";
import type { Model } from "../../src/ports/model.ts";
import type { Receiver } from "../../src/ports/platform.ts";
import { type Stage, silent } from "./stage.ts";

/** Reads nothing into anything: the skills under test claim what they like. */
export const deafModel: Model = {
  info: { name: "offline", offline: true },
  read: async () => EMPTY_READING,
  draft: async () => ({}),
  write: async () => "",
  revise: async ({ text }) => text,
  talk: async () => ({ text: "", offers: [] }),
  ping: async () => {},
};

export interface Conversation {
  readonly conductor: Conductor;
  readonly receiver: Receiver;
  readonly views: Map<string, TurnView>;
}

/** The path from an event to its answer, over real stores, with skills of the test's own. */
export function converse(
  stage: Stage,
  skills: readonly Skill[],
  overrides: Partial<ConverseParts> & { commands?: readonly BoundCommand[] } = {},
): Conversation {
  const waiters = new Waiters(stage.clock);
  const views = new Map<string, TurnView>();
  const conductor = new Conductor({
    ...stage.stores,
    leases: stage.leases,
    bus: stage.bus,
    model: deafModel,
    offline: deafModel,
    skills,
    commands: [],
    presses: [],
    stops: new Stops(),
    workflowOf: shippedOf,
    clock: stage.clock,
    ids: stage.ids,
    logger: silent,
    sends: (platform) => platform !== "web",
    onTurn: (eventId, view) => {
      views.set(eventId, view);
      waiters.settle(eventId, view);
    },
    ...overrides,
  });
  const places = createPlaces({ ...stage.stores, clock: stage.clock, ids: stage.ids });
  const receiver = createReceiver({
    ...stage.stores,
    bus: stage.bus,
    clock: stage.clock,
    ids: stage.ids,
    waiters,
    sessionAt: places.sessionAt,
    schedule: (id, first) => conductor.schedule(id, first),
    rests: (id) => conductor.rests(id),
    stop: (ask) => conductor.stopTurn(ask),
    retake: ({ session_id, event_id }) => conductor.retakeTurn(session_id, event_id),
  });
  return { conductor, receiver, views };
}

/** A skill that answers with the text it was given, in capitals. */
export const shout: Skill = {
  name: "shout",
  claims: () => true,
  run: async (turn) => ({ blocks: [{ type: "text", text: (turn.message?.text ?? "").toUpperCase() }] }),
};
