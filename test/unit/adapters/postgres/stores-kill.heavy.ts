import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../../../src/adapters/postgres/database.ts";
import type { BacklotSchema } from "../../../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../../../src/adapters/postgres/stores.ts";
import type { Stores } from "../../../../src/ports/stores.ts";
import { memoryDatabaseImage } from "../../../contract/memory-database.ts";
import { killedTurn, STAGE } from "./stores-kill.turns.ts";

/** How many turns each process takes before it is killed, wherever it is in the next. */
const LIVES = [1, 30, 12];

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "backlot-kill-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

test("after kill -9 every turn and every item is whole or absent", { timeout: 120_000 }, async () => {
  await (await openDatabase({ kind: "folder", dataDir, image: await memoryDatabaseImage() })).close();
  let next = 1;
  const cut = new Set<number>();
  for (const turns of LIVES) {
    const last = await liveAndDie(next, turns);
    const database = await openDatabase<BacklotSchema>({ kind: "folder", dataDir });
    next = await inspect(createPostgresStores(database.kysely), last, cut);
    await database.close();
  }
});

/** Answers the number of the last turn the process said was done. */
async function liveAndDie(from: number, turns: number): Promise<number> {
  const script = join(import.meta.dirname, "stores-kill.child.ts");
  const child = spawn(process.execPath, [script, dataDir, String(from)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.split("\n").length > turns) child.kill("SIGKILL");
  }
  expect(await gone).toEqual([null, "SIGKILL"]);
  return Number(said.split("\n").at(-2));
}

/**
 * Holds what is stored against what was said to be done. Answers the number of the first turn that is not there. `cut`:
 * turns that a kill parted from their item, which no later life makes up for.
 */
async function inspect(stores: Stores, last: number, cut: Set<number>): Promise<number> {
  let n = 1;
  let people = 0;
  while ((await stores.turns.findByEvent(`web:message:${n}`)) !== undefined) {
    const made = await inspectTurn(stores, n, n <= last && !cut.has(n));
    if (made === 2) cut.add(n);
    people += made;
    n += 1;
  }
  expect(n).toBeGreaterThan(last);
  await inspectAbsent(stores, n);
  const counts = await stores.projects.counts(STAGE.project.id);
  expect(counts).toMatchObject({ character: people, prop: 1 });
  expect(await stores.bible.list(STAGE.project.id, { kind: "prop", limit: 5 })).toMatchObject([
    { name: `Tally ${n - 1}`, version: n - 1 },
  ]);
  return n;
}

/** A turn that was committed has all its parts. Answers how many characters it made. */
async function inspectTurn(stores: Stores, n: number, done: boolean): Promise<number> {
  const { event, said, record, operation, item } = killedTurn(n);
  expect(await stores.inbox.find(event.id)).toMatchObject({ status: "done" });
  expect(await stores.messages.getMany([said.id, record.reply.id])).toHaveLength(2);
  expect(await stores.bible.changesOfTurn(record.turn_id)).toHaveLength(3);
  expect(await stores.bible.byKeys(STAGE.project.id, [`ana ${n}`, `bo ${n}`], 5)).toHaveLength(2);
  const { progress } = (await stores.operations.get(operation.id)) ?? operation;
  const items = await stores.operations.items(operation.id, { status: ["completed"] });
  const written = await stores.bible.get([item.entry_id]);
  expect([items.length, written.length]).toEqual([progress.completed, progress.completed]);
  expect(await stores.bible.changesOfOperation(operation.id)).toHaveLength(progress.completed);
  if (done) expect(progress.completed).toBe(1);
  return 2 + progress.completed;
}

/** A turn that was not committed has left nothing, but perhaps its event, which then waits whole. */
async function inspectAbsent(stores: Stores, n: number): Promise<void> {
  const { event, said, record, operation } = killedTurn(n);
  expect(await stores.messages.get(record.reply.id)).toBeUndefined();
  expect(await stores.bible.changesOfTurn(record.turn_id)).toEqual([]);
  expect(await stores.bible.byKeys(STAGE.project.id, [`ana ${n}`, `bo ${n}`], 5)).toEqual([]);
  expect(await stores.operations.get(operation.id)).toBeUndefined();
  const waits = (await stores.inbox.next(STAGE.session.id))?.event.id === event.id;
  expect((await stores.messages.get(said.id)) !== undefined).toBe(waits);
  expect(await stores.inbox.waiting()).toEqual(waits ? [STAGE.session.id] : []);
}
