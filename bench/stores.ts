/**
 * What the stores cost a message and a bulk item, and whether that grows with the session or the project.
 * `node bench/stores.ts`: an empty PGlite in a folder, filled as it goes; medians of single calls, one after the other.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../src/adapters/postgres/database.ts";
import { migrateStores } from "../src/adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../src/adapters/postgres/stores.ts";
import type { TurnRecord } from "../src/chat/turn-record.ts";
import type { Session } from "../src/domain/session.ts";
import type { Stores } from "../src/ports/stores.ts";
import { anEntry, creation } from "../test/contract/bible-samples.ts";
import { aMessage, anEvent, anOperation, aRecord, aStage, newId, said } from "../test/contract/samples.ts";
import { percentile, table } from "./harness.ts";

const TALK = "Create a character named Sarah, a 28-year-old journalist investigating corruption";
const WARM_UP = 50;
const ROUNDS = 200;
const SHORT = 10;
const LONG = 10_000;
const SMALL = 10;
const LARGE = 1_000;

/** Microseconds of each call, by its name. */
type Times = Map<string, number[]>;

const CASES = [
  [SHORT, SMALL],
  [LONG, SMALL],
  [SHORT, LARGE],
  [LONG, LARGE],
] as const;

const dataDir = await mkdtemp(join(tmpdir(), "backlot-bench-"));
const database = await openDatabase<BacklotSchema>({ kind: "folder", dataDir });
try {
  await migrateStores(database.kysely);
  const stores = createPostgresStores(database.kysely);
  const stages: { session: Session; times: Times }[] = [];
  for (const [messages, entries] of CASES) stages.push(await prepare(stores, messages, entries));
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    // Side by side, so that a busy moment of the machine weighs on all alike.
    for (const { session, times } of stages) {
      const into: Times = round < 0 ? new Map() : times;
      await timed(into, "SELECT 1", () => database.ping());
      await exchange(stores, session, into, round);
      await reads(stores, session, into, round);
    }
  }
  await bulk(stores, stages);
  print(stages.map(({ times }) => times));
} finally {
  await database.close();
  await rm(dataDir, { recursive: true });
}

async function prepare(stores: Stores, messages: number, entries: number) {
  const { session } = await aStage(stores);
  for (let at = 0; at < messages; at += 2) await exchange(stores, session, new Map());
  const people = Array.from({ length: entries }, (_, at) => person(session, `Person${at} Family${at % 50}`));
  await stores.turns.commit(aRecord(session, { changes: people }));
  return { session, times: new Map<string, number[]>() };
}

/** A message and its answer, with one character made by every exchange that is timed. */
async function exchange(stores: Stores, session: Session, times: Times, round?: number): Promise<void> {
  const event = anEvent(session);
  const link = { session_id: session.id, turn_id: newId("turn") };
  await timed(times, "inbox.add", () => stores.inbox.add(event, link, said(session, TALK)));
  await timed(times, "inbox.next", () => stores.inbox.next(session.id));
  await timed(times, "sessions.load", () => stores.sessions.load(session.id));
  const quiet = turnOf(session, event.id, link.turn_id, []);
  if (round === undefined) {
    await stores.turns.commit(quiet);
    return;
  }
  const makes = Math.abs(round % 2) === 1;
  const changes = makes ? [person(session, `Newcomer ${newId("entry")}`)] : [];
  const record = turnOf(session, event.id, link.turn_id, changes);
  await timed(times, makes ? "turns.commit with a character" : "turns.commit of talk", () =>
    stores.turns.commit(record),
  );
}

function turnOf(session: Session, event_id: string, turn_id: string, changes: TurnRecord["changes"]) {
  const offers = [1, 2, 3].map((at) => ({
    id: newId("choice"),
    session_id: session.id,
    turn_id,
    state: "open" as const,
    label: `Option ${at}`,
    description: "What comes next in the workflow",
    category: "recommended" as const,
  }));
  const reply = aMessage(session, {
    blocks: [
      { type: "text", text: TALK },
      { type: "choices", choices: offers },
    ],
  });
  const action = { type: "prompt" as const, text: "Say more" };
  return aRecord(
    { ...session, last_message_at: new Date().toISOString() },
    {
      event_id,
      turn_id,
      reply,
      changes,
      choices: offers.map((offer) => ({ ...offer, action })),
      frames: [
        ...changes.map(({ before: _before, after: _after, ...change }) => ({
          type: "change" as const,
          change,
        })),
        { type: "message.created", message: reply },
      ],
    },
  );
}

async function reads(stores: Stores, session: Session, times: Times, round: number): Promise<void> {
  const keys = ["person3", "family7", "newcomer", "nobody", `family${Math.abs(round) % 50}`];
  const seq = await stores.messages.lastSeq(session.id);
  await timed(times, "bible.byKeys", () => stores.bible.byKeys(session.project_id, keys, 30));
  await timed(times, "bible.names 10", () => stores.bible.names(session.project_id, "character", 10));
  await timed(times, "bible.lastUndoable", () => stores.bible.lastUndoable(session.id));
  await timed(times, "messages.page 10", () => stores.messages.page(session.id, 10));
  await timed(times, "messages.feed of 1", () => stores.messages.feed(session.id, seq - 1, 20));
  if (round % 10 === 0) await timed(times, "messages.page 100", () => stores.messages.page(session.id, 100));
}

async function bulk(stores: Stores, stages: readonly { session: Session; times: Times }[]): Promise<void> {
  const operations = stages.map(({ session }) => anOperation(session, ROUNDS));
  for (const [at, { session }] of stages.entries()) {
    const operation = operations[at] ?? anOperation(session, ROUNDS);
    await stores.turns.commit(aRecord(session, { operation: { operation, items: ROUNDS } }));
  }
  for (let index = 0; index < ROUNDS; index += 1) {
    for (const [at, { session, times }] of stages.entries()) {
      const id = operations[at]?.id ?? "";
      const change = person(session, `Extra ${newId("entry")}`, id);
      await timed(times, "operations.complete", () =>
        stores.operations.complete(id, index, change.name, change),
      );
    }
  }
}

function person(session: Session, name: string, operation_id?: string) {
  const over = operation_id === undefined ? {} : { operation_id };
  const values = { age: 28, occupation: "journalist", motivation: TALK, traits: ["stubborn", "kind"] };
  return creation(session, anEntry(session, "character", name, values, over), over);
}

async function timed(times: Times, name: string, call: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  await call();
  const micros = (performance.now() - begun) * 1_000;
  const known = times.get(name) ?? [];
  known.push(micros);
  times.set(name, known);
}

function print(results: readonly Times[]): void {
  const heads = CASES.map(([messages, entries]) => `${messages} msg, ${entries} entries`);
  const rows = [...(results[0]?.keys() ?? [])].map((name) => {
    const medians = results.map((times) =>
      percentile(
        (times.get(name) ?? []).sort((a, b) => a - b),
        0.5,
      ),
    );
    return [name, ...medians, (medians.at(-1) ?? 0) / (medians[0] ?? 0)];
  });
  table("Stores on PGlite, µs a call (median)", ["call", ...heads, "last : first"], rows);
}
