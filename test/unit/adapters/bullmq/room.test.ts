import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Room } from "../../../../src/adapters/bullmq/room.ts";

const signal = () => new AbortController().signal;

describe("Room", () => {
  let claims: number;
  let room: Room;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    claims = 4;
    room = new Room(4, (jobs) => {
      claims = jobs;
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Whether it may run, once that is known. */
  async function now(entering: boolean | Promise<boolean>): Promise<boolean | "aside"> {
    return Promise.race([entering, new Promise<"aside">((resolve) => setImmediate(() => resolve("aside")))]);
  }

  test("a group alone takes every place, and no more", async () => {
    for (let place = 0; place < 4; place += 1) expect(room.enter("P", signal())).toBe(true);
    expect(await now(room.enter("P", signal()))).toBe("aside");
    expect(claims).toBe(5);
  });

  test("while another waits, a place is kept for it, and one more is claimed for each who stands aside", async () => {
    expect(room.enter("Q", signal())).toBe(true);
    for (let place = 0; place < 3; place += 1) expect(room.enter("P", signal())).toBe(true);
    room.leave("Q");
    const aside = room.enter("P", signal());
    expect(await now(aside)).toBe("aside");
    expect(claims).toBe(5);
    expect(room.enter("Q", signal())).toBe(true);
    room.leave("P");
    expect(await aside).toBe(true);
    expect(claims).toBe(4);
  });

  test("a place that nobody comes for is given to who stands aside", async () => {
    room.enter("Q", signal());
    for (let place = 0; place < 3; place += 1) room.enter("P", signal());
    room.leave("Q");
    const aside = room.enter("P", signal());
    expect(await now(aside)).toBe("aside");
    vi.advanceTimersByTime(150);
    expect(await now(aside)).toBe(true);
    expect(claims).toBe(4);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("no more than twice as many as run stand aside; then the first of them takes the place", async () => {
    room.enter("Q", signal());
    for (let place = 0; place < 3; place += 1) room.enter("P", signal());
    const aside = Array.from({ length: 4 }, () => room.enter("P", signal()));
    room.leave("Q");
    for (let more = 0; more < 5; more += 1) {
      room.enter("Q", signal());
      room.leave("Q");
      aside.push(room.enter("P", signal()));
    }
    expect(await now(aside[0] ?? false)).toBe(true);
    expect(await now(aside[1] ?? false)).toBe("aside");
    expect(claims).toBe(12);
  });

  test("who is cancelled while it stands aside is not to run, and holds nobody up", async () => {
    const controller = new AbortController();
    for (let place = 0; place < 4; place += 1) room.enter("P", signal());
    const aside = room.enter("P", controller.signal);
    controller.abort();
    expect(await aside).toBe(false);
    expect(claims).toBe(4);
    room.leave("P");
    expect(room.enter("P", signal())).toBe(true);
  });

  test("closed, it lets nobody stand aside", async () => {
    for (let place = 0; place < 4; place += 1) room.enter("P", signal());
    const aside = room.enter("P", signal());
    room.shut();
    expect(await aside).toBe(false);
    expect(await now(room.enter("P", signal()))).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
