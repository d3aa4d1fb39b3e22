/**
 * What reading a message costs, and whether that grows with the bible or with the message.
 * `node bench/reading.ts`: the real path (look up the names said, read, load what the statements mean, apply) over a
 * database in memory, and the reader alone; one call after the other.
 */
import { createOfflineModel } from "../src/adapters/offline/model.ts";
import { readOffline } from "../src/adapters/offline/read.ts";
import { loadTagger } from "../src/adapters/offline/reader/text/tagger.ts";
import type { Turn } from "../src/chat/turn.ts";
import { applyReading } from "../src/domain/bible/apply-reading.ts";
import { loadKnown } from "../src/domain/bible/load-known.ts";
import { beyond } from "../src/domain/bible/seen.ts";
import type { Project } from "../src/domain/project.ts";
import type { Session } from "../src/domain/session.ts";
import { type ReadParts, readMessage } from "../src/features/converse/read-message.ts";
import type { ReadRequest } from "../src/ports/model.ts";
import type { Stores } from "../src/ports/stores.ts";
import { anEntry, makeEntries } from "../test/contract/bible-samples.ts";
import { Stage, silent } from "../test/support/stage.ts";
import { percentile, table } from "./harness.ts";

const SIZES = [10, 5_000] as const;
const ORDINARY = [
  "Create a character named Nadia, a 33-year-old translator living in Vienna",
  "Sarah is 31 and works at the harbour",
  "make John a lawyer and give him a grey beard",
  "Sarah and John are siblings, but nobody knows",
  "Person7 is afraid of heights",
  "who is Person3 married to?",
  "INT. DINER - NIGHT. Sarah waits for John. He is late.",
  "rename Person5 to Agnes",
  "I think the second act is too long, let's talk tomorrow",
  "ok thanks, see you at lunch 😂",
  "Person2's boss is Person9, and she is ruthless",
  "new prop: a silver lighter, it belongs to John",
] as const;
const LENGTHS = [100, 1_000, 10_000, 100_000] as const;
const WARM_UP = 40;
const ROUNDS = 120;
const LENGTH_ROUNDS = 11;
const PER_COMMIT = 500;
const GOAL_MS = 10;

interface Room {
  readonly entries: number;
  readonly turn: Turn;
  readonly project: Project;
}

loadTagger();
const stage = await Stage.open();
try {
  const rooms: Room[] = [];
  for (const entries of SIZES) rooms.push(await prepare(stage.stores, entries));
  await ordinary(rooms);
  readerAlone();
  await lengths(rooms);
} finally {
  await stage.close();
}

async function prepare(stores: Stores, entries: number): Promise<Room> {
  const session = await stage.session();
  const names = ["Sarah", "John", ...Array.from({ length: entries - 2 }, (_, index) => `Person${index}`)];
  for (let from = 0; from < names.length; from += PER_COMMIT) {
    const some = names.slice(from, from + PER_COMMIT);
    await makeEntries(stores, session, ...some.map((name, index) => person(session, name, from + index)));
  }
  const project = await stores.projects.get(session.project_id);
  if (!project) throw new Error("The project is gone.");
  const turn = { id: "turn_bench", session, project, signal: new AbortController().signal } as Turn;
  return { entries, project, turn };
}

function person(session: Session, name: string, index: number) {
  const gender = index % 2 === 0 ? "female" : "male";
  return anEntry(session, "character", name, { age: 20 + (index % 60), gender, occupation: "journalist" });
}

/** Looks up, reads, loads and applies; what each took, in milliseconds. */
async function hear({ turn, project }: Room, text: string) {
  const { stores } = stage;
  const offline = createOfflineModel();
  const parts: ReadParts = {
    bible: stores.bible,
    points: stores.points,
    model: offline,
    offline,
    logger: silent,
  };
  const began = performance.now();
  const { reading, seen } = await readMessage(parts, turn, text);
  const read = performance.now();
  const known = await loadKnown(beyond(stores.bible, seen), project.id, reading.statements);
  const loaded = performance.now();
  applyReading({
    project_id: project.id,
    by: "ada",
    at: "2026-03-01T10:00:00Z",
    nextId: (kind) => stage.ids.next(kind),
    reading,
    known,
    message: { id: "msg_1", text },
  });
  const applied = performance.now();
  return { read: read - began, load: loaded - read, apply: applied - loaded, all: applied - began };
}

/** Both bibles in turns, so that a busy moment of the machine weighs on both alike. */
async function ordinary(rooms: readonly Room[]): Promise<void> {
  const times = rooms.map(() => [] as Awaited<ReturnType<typeof hear>>[]);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const text of ORDINARY)
      for (const [at, room] of rooms.entries()) {
        const one = await hear(room, text);
        if (round >= 0) times[at]?.push(one);
      }
  }
  const rows = (["read", "load", "apply", "all"] as const).map((part) => [
    { read: "look up the names and read", load: "load what is meant", apply: "apply", all: "all" }[part],
    ...times.flatMap((all) => spread(all.map((one) => one[part]))),
  ]);
  table(
    "An ordinary message through the real path, milliseconds",
    ["", ...SIZES.flatMap((size) => [`${size} entries p50`, "p95"])],
    rows,
  );
  const worst = times.map((all) => spread(all.map((one) => one.all))[1]);
  process.stdout.write(
    `\ngoal: under ${GOAL_MS} ms, not growing with the entries: p95 ${worst.map((ms) => ms.toFixed(2)).join(" and ")} ms\n`,
  );
}

/** The reader without a store: given the few names that occur, and given every name there is. */
function readerAlone(): void {
  const rows = SIZES.map((size) => {
    const request = requestWith(size);
    const times: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round += 1)
      for (const text of ORDINARY) {
        const began = performance.now();
        readOffline(request(text));
        if (round >= 0) times.push(performance.now() - began);
      }
    return [`${size} entries handed over`, ...spread(times)];
  });
  table("The reader alone, an ordinary message, milliseconds", ["", "p50", "p95"], rows);
}

function requestWith(entries: number): (text: string) => ReadRequest {
  const names = ["Sarah", "John", ...Array.from({ length: entries - 2 }, (_, index) => `Person${index}`)];
  const known = names.map((name, index) => ({ entry_id: `e${index}`, kind: "character", name, aliases: [] }));
  return (text) => ({ text, known, focus: [], film: { title: "Rain", documents: {} } });
}

/** The same talk, again and again, until it is so long; the lengths in turns. */
async function lengths(rooms: readonly Room[]): Promise<void> {
  const large = rooms.at(-1);
  if (!large) return;
  const request = requestWith(SIZES[0]);
  const runs = LENGTHS.map((length) => ({
    text: `${ORDINARY.join(".\n")}.\n`.repeat(Math.ceil(length / 500)).slice(0, length),
    alone: [] as number[],
    path: [] as number[],
  }));
  for (let round = 0; round < LENGTH_ROUNDS; round += 1)
    for (const { text, alone, path } of runs) {
      const began = performance.now();
      readOffline(request(text));
      alone.push(performance.now() - began);
      path.push((await hear(large, text)).all);
    }
  const rows = runs.map(({ text, alone, path }) => {
    const [reader] = spread(alone);
    return [`${text.length} characters`, reader, (reader * 1_000) / text.length, spread(path)[0]];
  });
  table(
    "Does it grow with the length? milliseconds (medians)",
    ["message", "the reader", "a thousand characters", `real path, ${large.entries} entries`],
    rows,
  );
}

function spread(times: number[]): [number, number] {
  times.sort((a, b) => a - b);
  return [percentile(times, 0.5), percentile(times, 0.95)];
}
