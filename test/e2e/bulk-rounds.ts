import assert from "node:assert/strict";
import type { ProgressBlock } from "../../src/chat/reply.ts";
import { createRandom, type Random } from "../../src/lib/random.ts";
import { Client, type SessionInfo } from "./client.ts";
import { Program } from "./program.ts";
import { tallyProof } from "./tally-proof.ts";

export interface BulkKillOptions {
  /** Kills in each operation; as many operations as numbers. */
  readonly kills: readonly number[];
  readonly items: number;
  /** A kill comes after a random time up to this, in milliseconds, counted from the answer or from the restart. */
  readonly killWithinMs: number;
  readonly seed: number;
}

export interface Started extends SessionInfo {
  readonly operationId: string;
  readonly messageId: string;
  /** How many the session had when the operation began. */
  readonly messages: number;
}

export interface BulkKills {
  /** Kills that met an operation that had not ended. */
  readonly midway: number;
  readonly kills: number;
  /** How far each operation was at each look after a restart, in items. */
  readonly seen: readonly number[];
}

/**
 * `/bulk characters N` on the real program, killed with SIGKILL at random moments and started again on the same data
 * folder. At the end every operation made exactly N entries of distinct names, shows so in its one message, and the
 * counts kept beside the bible are those of its entries.
 */
export async function bulkKillRounds(options: BulkKillOptions): Promise<BulkKills> {
  const random = createRandom(options.seed);
  const program = await Program.create({ env: { LOG_LEVEL: "error" } });
  const all: Started[] = [];
  const seen: number[] = [];
  try {
    await program.start();
    for (const kills of options.kills) {
      const started = await begin(new Client(program.url), options.items, all.length);
      all.push(started);
      for (let kill = 0; kill < kills; kill += 1)
        seen.push(await killOnce(program, started, options, random));
      await new Client(program.url).ended(started.operationId, 120_000, 100);
      await verify(new Client(program.url), started, options.items);
    }
    assert.equal(await program.kill("SIGTERM"), 0, "the program stops by itself");
    await tallyProof(
      program.dataDir,
      all.map(({ project_id }) => project_id),
    );
    const midway = seen.filter((completed) => completed < options.items).length;
    return { midway, kills: seen.length, seen };
  } finally {
    await program.remove();
  }
}

export async function begin(client: Client, items: number, number: number): Promise<Started> {
  const session = await client.session(`Chaos ${number}`, "free");
  const turn = await client.bulk(session.session_id, `/bulk characters ${items}`);
  assert.ok(turn.operation, turn.reply.text);
  const messages = (await client.messages(session.session_id)).length;
  return { ...session, operationId: turn.operation.id, messageId: turn.reply.message_id, messages };
}

/** Answers how many items the operation had when it was seen first after the restart. */
async function killOnce(
  program: Program,
  { operationId }: Started,
  { killWithinMs }: BulkKillOptions,
  random: Random,
): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, random.next() * killWithinMs));
  await program.kill("SIGKILL");
  await program.start();
  return (await new Client(program.url).operation(operationId)).progress.completed;
}

export async function verify(client: Client, started: Started, items: number): Promise<void> {
  const { body } = await client.call<{ entries: { id: string; name: string; operation_id?: string }[] }>(
    "GET",
    `/api/v1/projects/${started.project_id}/bible?limit=2000&kind=character`,
  );
  const ids = new Set(body.entries.map(({ id }) => id));
  assert.equal(ids.size, items, "as many entries as were asked for");
  const names = new Set(body.entries.map(({ name }) => name.toLowerCase()));
  assert.equal(names.size, items, "names differ");

  const operation = await client.operation(started.operationId);
  assert.equal(operation.status, "completed");
  assert.deepEqual(operation.progress, { completed: items, total: items, failed: 0, cancelled: 0 });
  const made = new Set(operation.items.map(({ entry_id }) => entry_id));
  assert.deepEqual(made, ids, "each item names the entry it made");

  const { body: project } = await client.call<{ counts: Record<string, number> }>(
    "GET",
    `/api/v1/projects/${started.project_id}`,
  );
  assert.equal(project.counts.character, items, "the project counts what it has");
  await verifyMessage(client, started, items);
}

/** The last edit may be under way when the operation has ended, so the message is waited for. */
async function verifyMessage(client: Client, started: Started, items: number): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    const messages = await client.messages(started.session_id);
    const shown = messages.flatMap(({ id, text, blocks }) =>
      progressOf(blocks, started.operationId).map((block) => ({ id, text, block })),
    );
    const [only, ...others] = shown;
    assert.equal(others.length, 0, "one message shows the progress");
    assert.equal(only?.id, started.messageId, "and it is the one that answered");
    assert.equal(messages.length, started.messages, "no message was added");
    if (only?.block.status === "completed") {
      const { completed, total, failed, cancelled } = only.block;
      assert.deepEqual(
        { completed, total, failed, cancelled },
        { completed: items, total: items, failed: 0, cancelled: 0 },
      );
      assert.match(only.text, new RegExp(`${items}`));
      return;
    }
    assert.ok(Date.now() < until, `the message stays at ${JSON.stringify(only?.block)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const progressOf = (blocks: readonly Record<string, unknown>[], operationId: string): ProgressBlock[] =>
  (blocks as unknown as ProgressBlock[]).filter(
    (block) => block.type === "progress" && block.operation_id === operationId,
  );
