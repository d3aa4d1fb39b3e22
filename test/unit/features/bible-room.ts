import { createOfflineModel } from "../../../src/adapters/offline/model.ts";
import { shippedOf } from "../../../src/app/workflows.ts";
import type { InboundEvent, Person } from "../../../src/chat/inbound-event.ts";
import type { Outcome } from "../../../src/chat/outcome.ts";
import type { Turn } from "../../../src/chat/turn.ts";
import type { Entry } from "../../../src/domain/bible/entry.ts";
import type { EntryKind } from "../../../src/domain/bible/kinds.ts";
import type { Project } from "../../../src/domain/project.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import type { Ids } from "../../../src/ports/ids.ts";
import type { Model } from "../../../src/ports/model.ts";
import type { Stores } from "../../../src/ports/stores.ts";
import { STORE_PROVIDERS } from "../../contract/open-stores.ts";
import { AT, aMessage, anEvent, aProject, aRecord, aSession, newId, said } from "../../contract/samples.ts";

const clock: Clock = { now: () => new Date(AT), after: () => () => {} };
const ids: Ids = { next: (kind) => newId(kind), seed: () => 7 };

/** A project in real stores, and turns in it that are committed as the product commits them. */
export interface Room {
  readonly stores: Stores;
  readonly parts: Pick<Stores, "bible" | "documents" | "messages" | "points"> & {
    readonly clock: Clock;
    readonly ids: Ids;
    readonly model: Model;
  };
  readonly project: Project;
  turn(text?: string, role?: Person["role"]): Promise<Turn>;
  commit(turn: Turn, outcome: Outcome): Promise<void>;
  entries(kind?: EntryKind): Promise<readonly Entry[]>;
  entry(kind: EntryKind, name: string): Promise<Entry>;
}

/** Stores that the rooms of one test file share. */
export async function openStores() {
  const [open] = Object.values(STORE_PROVIDERS);
  if (!open) throw new Error("no store provider");
  return open();
}

export async function openRoom(stores: Stores, over: Partial<Project> = {}): Promise<Room> {
  const project = aProject(over);
  const session = aSession(project);
  await stores.projects.create(project);
  await stores.sessions.create(session);
  const load = async () => {
    const loaded = await stores.sessions.load(session.id);
    if (!loaded) throw new Error("the session is gone");
    return loaded;
  };
  const entries = (kind?: EntryKind) =>
    stores.bible.list(project.id, { ...(kind ? { kind } : {}), limit: 1_000 });
  return {
    stores,
    parts: {
      bible: stores.bible,
      documents: stores.documents,
      messages: stores.messages,
      points: stores.points,
      clock,
      ids,
      model: createOfflineModel(),
    },
    project,
    entries,
    turn: async (text, role = "writer") => {
      const person = { id: "ana", role };
      const event: InboundEvent = { ...anEvent(session, text ?? ""), person };
      const id = newId("turn");
      const message =
        text === undefined ? undefined : { ...said(session, text), user_id: "ana", user_name: "Ana" };
      await stores.inbox.add(event, { session_id: session.id, turn_id: id }, message);
      const loaded = await load();
      return {
        id,
        event,
        person,
        ...loaded,
        workflow: shippedOf(loaded.project),
        message: message && { id: message.id, text: message.text },
        reply_id: newId("message"),
        signal: AbortSignal.timeout(10_000),
        stream: () => {},
      };
    },
    commit: async (turn, outcome) => {
      const memory = { ...turn.session.memory, ...outcome.memory };
      const record = aRecord(
        { ...turn.session, memory },
        {
          turn_id: turn.id,
          event_id: turn.event.id,
          changes: outcome.changes ?? [],
          undone: outcome.undone ?? [],
          ...(outcome.documents ? { documents: outcome.documents } : {}),
          ...(outcome.project ? { project: outcome.project } : {}),
          points: outcome.points ?? [],
          reply: aMessage(session, { id: turn.reply_id }),
        },
      );
      await stores.turns.commit(record);
    },
    entry: async (kind, name) => {
      const found = (await entries(kind)).find((each) => each.name === name);
      if (!found)
        throw new Error(
          `no ${kind} ${name} among ${(await entries(kind)).map((each) => each.name).join(", ")}`,
        );
      return found;
    },
  };
}

/** The plain texts of a reply. */
export const textOf = (outcome: Outcome): string =>
  outcome.blocks.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n");

export const offersOf = (outcome: Outcome) =>
  outcome.blocks.flatMap((block) => (block.type === "offers" ? [...block.offers] : []));
export const labelsOf = (outcome: Outcome): string[] => offersOf(outcome).map((offer) => offer.label);
export const receiptOf = (outcome: Outcome) =>
  outcome.blocks.flatMap((block) => (block.type === "receipt" ? block.lines : []));
