import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../../../src/chat/inbound-event.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { FailedJob } from "../../../../src/ports/queue.ts";
import { BulkRoom } from "../../../support/bulk-room.ts";
import { Stage } from "../../../support/stage.ts";

const BO: Person = { id: "bo", name: "Bo", role: "writer" };

describe("what bulk work there is", () => {
  let stage: Stage;
  let room: BulkRoom;
  beforeEach(async () => {
    stage = await Stage.open();
    room = await BulkRoom.open(stage);
  });
  afterEach(async () => {
    room.progress.stop();
    await stage.close();
  });

  const jobs = (person?: Person) => room.act((turn) => room.bulk.list(turn), person ? { person } : {});
  const tables = ({ reply }: TurnView) =>
    reply.blocks.flatMap((block) => (block.type === "table" ? [block] : []));
  const labels = ({ reply }: TurnView) =>
    reply.blocks.flatMap((block) =>
      block.type === "choices" ? block.choices.map(({ label }) => label) : [],
    );
  const lines = ({ reply }: TurnView) =>
    reply.blocks.flatMap((block) => (block.type === "list" ? block.items : []));

  test("what runs, is paused and failed, newest first, with its buttons; what has ended is elsewhere", async () => {
    const none = await jobs();
    expect(none.reply.text).toContain("No bulk work is under way");
    expect(labels(none)).toEqual([]);
    const done = await room.start(1);
    await room.queue.runAll(room.items.run);
    const running = await room.start(2, { person: BO });
    const paused = await room.start(3);
    await room.act((turn) => room.bulk.pause(turn, paused.id));
    const view = await jobs();
    expect(lines(view)).toEqual([
      expect.stringContaining(`Paused at 0 of 3 characters, by Ada, just now`),
      expect.stringContaining(`Processing 0 of 2 characters, by Bo, just now`),
    ]);
    expect(lines(view)[1]).toContain(`/jobs ${running.id}`);
    expect(view.reply.text).not.toContain(done.id);
    expect(labels(view)).toEqual([
      "Resume: 3 characters",
      "Cancel: 3 characters",
      "Details: 3 characters",
      "Pause: 2 characters",
      "Cancel: 2 characters",
      "Details: 2 characters",
      "What ran before",
    ]);
  });

  test("what the queue gave up is for producers, and of this film alone", async () => {
    const { id } = await room.start(1);
    const dead: FailedJob[] = [
      {
        id: `${id}.0.0-0`,
        name: "bulk-items",
        attempts: 4,
        error: "it was lost",
        at: "2026-11-22T10:00:00.000Z",
      },
      {
        id: "opn_other.0.0-0",
        name: "bulk-items",
        attempts: 1,
        error: "secret",
        at: "2026-11-22T10:00:00.000Z",
      },
    ];
    Object.assign(room.queue, { failed: async () => dead });
    const view = await jobs();
    expect(tables(view)[0]?.rows).toEqual([["1 characters", "4", "it was lost", "2026-11-22 10:00"]]);
    expect(tables(await jobs(BO))).toEqual([]);
  });

  test("item by item, twenty a page, in plain words, with a way to each entry", async () => {
    room.draft = async ({ index }) => {
      if (index === 1) throw new Error("a stack trace");
      return { name: `Person ${index}` };
    };
    const { id } = await room.start(23);
    const [first, second] = room.queue.waiting;
    for (const job of [first, second])
      if (job) await room.items.run(job, { ...room.queue.runOf(job, 4), attempt: 4 });
    const view = await room.act((turn) => room.bulk.details(turn, id));
    const [page] = tables(view);
    expect(page?.rows).toHaveLength(20);
    expect(page?.rows.slice(0, 3)).toEqual([
      ["1", "Person 0", "done", expect.any(String), ""],
      ["2", "–", "failed", expect.stringMatching(/^\d+$/), "something failed while it was written"],
      ["3", "–", "to do", "", ""],
    ]);
    expect(page?.note).toBe("1 to 20 of 23. /character Person 0 shows one.");
    expect(labels(view)).toEqual(["Next 3"]);
    const next = await room.act((turn) => room.bulk.details(turn, id, 19));
    expect(tables(next)[0]?.rows.map(([number]) => number)).toEqual(["21", "22", "23"]);
    expect(tables(next)[0]?.columns).toEqual(["#", "Item", "Status"]);
    expect(labels(next)).toEqual([]);
    const none = await room.act((turn) => room.bulk.details(turn, "opn_none"));
    expect(none.error).toMatchObject({ code: "not_found" });
  });

  test("what ran before: who, when, how long and how it came out, page by page", async () => {
    const past = (before?: string) => room.act((turn) => room.bulk.past(turn, before));
    expect((await past()).reply.text).toContain("No bulk work has ended");
    const ids: string[] = [];
    for (let index = 0; index < 11; index += 1) {
      const { id } = await room.start(1, index === 10 ? { person: BO } : {});
      stage.clock.pass(65_000);
      if (index === 10) await room.act((turn) => room.bulk.cancel(turn, id));
      else await room.queue.runAll(room.items.run);
      ids.unshift(id);
    }
    const view = await past();
    const rows = tables(view)[0]?.rows ?? [];
    expect(rows).toHaveLength(10);
    expect(rows[0]).toEqual([
      "1 characters",
      "Bo",
      "2026-11-22 10:10",
      "1 min 5 s",
      "nothing",
      "0 made, 1 cancelled",
      `/jobs ${ids[0]}`,
    ]);
    expect(rows[1]).toMatchObject({ 1: "Ada", 5: "1 made" });
    expect(labels(view)).toEqual(["Older"]);
    expect(tables(await past(ids[9]))[0]?.rows.map((row) => row[6])).toEqual([`/jobs ${ids[10]}`]);
  });
});
