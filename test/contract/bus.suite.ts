import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Bus } from "../../src/ports/bus.ts";

/** Opens a bus; `onError` is told what a listener throws. */
export type OpenBus = (onError: (error: unknown, topic: string) => void) => Promise<Bus>;

export function busSuite(name: string, open: OpenBus): void {
  describe(`${name}: bus`, () => {
    let bus: Bus;
    const onError = vi.fn<(error: unknown, topic: string) => void>();
    beforeEach(async () => {
      onError.mockReset();
      bus = await open(onError);
    });
    afterEach(async () => {
      await bus.close();
    });
    /** Resolves when everything published so far has been told. */
    const settled = async () => {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      const stop = bus.subscribe("settled", resolve);
      bus.publish("settled", null);
      await promise;
      stop();
    };

    test("tells every listener of a topic, and no one else, in order", async () => {
      const heard: unknown[] = [];
      bus.subscribe("session:1", (payload) => heard.push(["a", payload]));
      bus.subscribe("session:1", (payload) => heard.push(["b", payload]));
      bus.subscribe("session:2", (payload) => heard.push(["c", payload]));
      bus.publish("session:1", { seq: 1 });
      bus.publish("session:1", { seq: 2 });
      bus.publish("session:3", { seq: 3 });
      await settled();
      expect(heard).toEqual([
        ["a", { seq: 1 }],
        ["b", { seq: 1 }],
        ["a", { seq: 2 }],
        ["b", { seq: 2 }],
      ]);
    });

    test("does not run listeners inside of publish", async () => {
      const listener = vi.fn<() => void>();
      bus.subscribe("t", listener);
      bus.publish("t", 1);
      expect(listener).not.toHaveBeenCalled();
      await settled();
      expect(listener).toHaveBeenCalledOnce();
    });

    test("a subscription ends alone, even when its listener has another", async () => {
      const listener = vi.fn<(payload: unknown) => void>();
      const stop = bus.subscribe("t", listener);
      bus.subscribe("t", listener);
      stop();
      stop();
      bus.publish("t", 1);
      await settled();
      expect(listener).toHaveBeenCalledOnce();
    });

    test("a listener that throws stops nobody, and is reported", async () => {
      const listener = vi.fn<() => void>();
      const failure = new Error("broken listener");
      bus.subscribe("t", () => {
        throw failure;
      });
      bus.subscribe("t", listener);
      bus.publish("t", 1);
      await settled();
      expect(listener).toHaveBeenCalledOnce();
      expect(onError).toHaveBeenCalledExactlyOnceWith(failure, "t");
    });

    test("a listener may end its subscription, and publish, while it is told", async () => {
      const heard: unknown[] = [];
      const stop = bus.subscribe("t", (payload) => {
        heard.push(payload);
        stop();
        bus.publish("t", "again");
        bus.publish("u", "next");
      });
      bus.subscribe("u", (payload) => heard.push(payload));
      bus.publish("t", "first");
      await settled();
      await settled();
      expect(heard).toEqual(["first", "next"]);
    });

    test("says nothing after it is closed", async () => {
      const listener = vi.fn<() => void>();
      bus.subscribe("t", listener);
      bus.publish("t", 1);
      await bus.close();
      bus.publish("t", 2);
      await new Promise((resolve) => setImmediate(resolve));
      expect(listener).not.toHaveBeenCalled();
    });
  });
}
