import { afterEach, describe, expect, test } from "vitest";
import { hasEnded, Works } from "../support/works.ts";

const ITEMS = 500;
const AWAY_MS = 3_000;
/** A job whose worker lost it is taken up again after this; the product's own patience is twenty times as long. */
const TIMINGS = { lockMs: 1_000, stalledMs: 500 };

describe("in the middle of bulk work", () => {
  let works: Works;
  afterEach(() => works.close());

  test.each([
    { away: "all", outage: "refuses" },
    { away: "all", outage: "hangs" },
    { away: "all", outage: "loses" },
    { away: "stores", outage: "refuses", awayMs: 10_000 },
    { away: "stores", outage: "loses" },
    // The last items are written, and nobody hears of it.
    { away: "stores", outage: "loses", from: ITEMS - 150 },
    { away: "queue", outage: "refuses" },
    { away: "queue", outage: "loses" },
  ] as const)("$away: the database $outage and comes back", async ({ away, outage, ...rest }) => {
    const { awayMs, from } = { awayMs: AWAY_MS, from: ITEMS / 10, ...rest };
    works = await Works.open({ timings: TIMINGS });
    const session = await works.session();
    const { id, messageId } = await works.start(session, `/bulk characters ${ITEMS}`);
    const { progress } = await works.until(id, (operation) => operation.progress.completed > from);
    expect(progress.completed).toBeLessThan(ITEMS);
    const doors = {
      all: [works.storeDoor, works.queueDoor],
      stores: [works.storeDoor],
      queue: [works.queueDoor],
    };
    const back = doors[away].map((door) => door.begin(outage));
    await new Promise((resolve) => setTimeout(resolve, awayMs));
    for (const open of back) expect(open().met).toBeGreaterThan(0);
    const operation = await works.until(id, hasEnded);
    expect(operation.progress).toEqual({ completed: ITEMS, total: ITEMS, failed: 0, cancelled: 0 });
    const entries = await works.stores.bible.list(session.project_id, { limit: 2 * ITEMS });
    expect(new Set(entries.map(({ name }) => name)).size).toBe(ITEMS);
    expect(entries).toHaveLength(ITEMS);
    await works.until(id, ({ shown }) => shown, 15_000);
    expect(await works.shown(messageId)).toMatchObject({
      status: "completed",
      completed: ITEMS,
      total: ITEMS,
    });
  });
});
