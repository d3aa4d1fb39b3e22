import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import type { WebSocket } from "ws";
import { startHeartbeat } from "../../../../src/adapters/web/live/heartbeat.ts";

/** A socket that only counts. */
class Line extends EventEmitter {
  pings = 0;
  cut = false;
  ping(): void {
    this.pings += 1;
  }
  terminate(): void {
    this.cut = true;
  }
}

function start() {
  const line = new Line();
  const due: (() => void)[] = [];
  const stop = startHeartbeat(line as unknown as WebSocket, {
    now: () => new Date(0),
    after: (_ms, callback) => {
      due.push(callback);
      return () => due.splice(due.indexOf(callback), 1);
    },
  });
  return { line, stop, due, beat: () => due.shift()?.() };
}

test("a client that answers is kept", () => {
  const { line, beat } = start();
  for (let times = 0; times < 5; times += 1) {
    beat();
    line.emit("pong");
  }
  expect([line.pings, line.cut]).toEqual([5, false]);
});

test("a client that does not answer is cut off at the next beat", () => {
  const { line, beat, due } = start();
  beat();
  expect(line.cut).toBe(false);
  beat();
  expect([line.pings, line.cut, due.length]).toEqual([1, true, 0]);
});

test("nothing goes on after the end", () => {
  const { beat, stop, due } = start();
  beat();
  stop();
  expect(due).toEqual([]);
});
