import type { IQueueBackend } from "bullmq";
import { expect, test } from "vitest";
import type { PostgresPool } from "../../../../src/adapters/bullmq/connection.ts";
import { readingLateEvents } from "../../../../src/adapters/bullmq/late-events.ts";

interface Event {
  readonly id: number;
  readonly queue: string;
}

/** A table of events whose rows are seen once they are committed, and BullMQ's way to read it. */
function table(name: string) {
  const seen: Event[] = [];
  const row = ({ id }: Event) => ({ id: String(id), event: "completed", data: { jobId: `j${id}` } });
  const read = async (last: string) => {
    const news = seen
      .filter((event) => event.queue === name && event.id > Number(last))
      .sort((a, b) => a.id - b.id);
    return news.length === 0
      ? null
      : [["events", news.map(({ id }) => [String(id), ["event", "completed"]])]];
  };
  const pool = {
    query: async (sql: string, [queue, ids]: [string, number[]?]) =>
      sql.includes("max(id)")
        ? { rows: [{ max: String(Math.max(0, ...seen.map(({ id }) => id))) }] }
        : { rows: seen.filter((event) => event.queue === queue && ids?.includes(event.id)).map(row) },
  };
  const backend = { readEvents: read } as unknown as IQueueBackend;
  const reading = readingLateEvents(backend, name, pool as unknown as PostgresPool);
  return {
    commit: (...ids: readonly number[]) => seen.push(...ids.map((id) => ({ id, queue: name }))),
    elsewhere: (...ids: readonly number[]) => seen.push(...ids.map((id) => ({ id, queue: "another" }))),
    read: async () =>
      ((await reading.readEvents("$", 1)) ?? []).flatMap(([, events]) => events.map(([id]) => Number(id))),
  };
}

test("an event that is committed after a later one is read, once", async () => {
  const events = table("q");
  expect(await events.read()).toEqual([]);
  events.commit(1, 3, 4);
  expect(await events.read()).toEqual([1, 3, 4]);
  events.commit(2);
  expect(await events.read()).toEqual([2]);
  expect(await events.read()).toEqual([]);
});

test("what was there before is not read, nor what another queue wrote in between", async () => {
  const events = table("q");
  events.commit(1, 2);
  expect(await events.read()).toEqual([]);
  events.elsewhere(3);
  events.commit(4);
  expect(await events.read()).toEqual([4]);
  expect(await events.read()).toEqual([]);
});
