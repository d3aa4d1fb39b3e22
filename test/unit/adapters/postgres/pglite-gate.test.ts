import { describe, expect, test } from "vitest";
import { type Lane, PgliteGate } from "../../../../src/adapters/postgres/pglite-gate.ts";

/** Holds the gate while ten of each lane line up, then lets them through and answers the order. */
async function orderOf(lanes: readonly Lane[]): Promise<readonly string[]> {
  const gate = new PgliteGate();
  const leave = await gate.enter("store");
  const order: string[] = [];
  const all = lanes.map(async (lane, at) => {
    const done = await gate.enter(lane);
    order.push(`${lane}${at}`);
    done();
  });
  leave();
  await Promise.all(all);
  return order;
}

describe("PgliteGate", () => {
  test("lets one in at a time", async () => {
    const gate = new PgliteGate();
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const leave = await gate.enter(at % 2 === 0 ? "store" : "queue");
        inside += 1;
        most = Math.max(most, inside);
        await gate.breathe();
        await Promise.resolve();
        inside -= 1;
        leave();
      }),
    );
    expect(most).toBe(1);
  });

  test("serves a lane in the order it came", async () => {
    expect(await orderOf(["store", "store", "store"])).toEqual(["store0", "store1", "store2"]);
  });

  test("serves a late store after one holder of a queue that came in a crowd", async () => {
    const crowd: Lane[] = ["queue", "queue", "queue", "queue", "store", "store"];
    expect(await orderOf(crowd)).toEqual(["queue0", "store4", "queue1", "store5", "queue2", "queue3"]);
  });

  test("leaving twice gives nobody a second place", async () => {
    const gate = new PgliteGate();
    const leave = await gate.enter("store");
    const second = gate.enter("store");
    leave();
    leave();
    const leaveSecond = await second;
    let third = false;
    const entered = gate.enter("store").then((done) => {
      third = true;
      done();
    });
    await Promise.resolve();
    expect(third).toBe(false);
    leaveSecond();
    await entered;
  });

  test("a crowd of statements does not keep timers waiting", async () => {
    const gate = new PgliteGate();
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    const until = performance.now() + 60;
    while (performance.now() < until) {
      const leave = await gate.enter("queue");
      await gate.breathe();
      leave();
    }
    clearInterval(timer);
    expect(ticks).toBeGreaterThanOrEqual(3);
  });

  test("closing refuses newcomers and waits for everyone in line", async () => {
    const gate = new PgliteGate();
    const leave = await gate.enter("store");
    const order: string[] = [];
    const waiting = gate.enter("queue").then((done) => {
      order.push("queue");
      done();
    });
    const closed = gate.close().then(() => order.push("closed"));
    await expect(gate.enter("store")).rejects.toMatchObject({ code: "unavailable" });
    expect(order).toEqual([]);
    leave();
    await Promise.all([waiting, closed]);
    expect(order).toEqual(["queue", "closed"]);
  });
});
