import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Bus } from "../../src/ports/bus.ts";

/** Opens one of several buses that know one another as processes do. */
export type OpenBuses = () => Promise<{ open(): Promise<Bus>; close(): Promise<void> }>;

/** What holds of a bus among several processes. */
export function busProcessesSuite(name: string, start: OpenBuses): void {
  describe(`${name}: bus among processes`, () => {
    let place: Awaited<ReturnType<OpenBuses>>;
    let [one, two]: Bus[] = [];
    beforeEach(async () => {
      place = await start();
      one = await place.open();
      two = await place.open();
    });
    afterEach(async () => {
      await one?.close();
      await two?.close();
      await place.close();
    });
    const heardBy = (bus: Bus | undefined, topic: string) => {
      const heard: unknown[] = [];
      bus?.subscribe(topic, (payload) => heard.push(payload));
      return heard;
    };

    test("what one says the other hears, in order, and nobody twice", async () => {
      const [here, there] = [heardBy(one, "session:1"), heardBy(two, "session:1")];
      const said = Array.from({ length: 500 }, (_, at) => ({ at }));
      for (const payload of said) one?.publish("session:1", payload);
      await expect.poll(() => there.length).toBe(said.length);
      expect(there).toEqual(said);
      expect(here).toEqual(said);
    });

    test("within a tenth of a second", async () => {
      const there = Promise.withResolvers<void>();
      two?.subscribe("operation-stop:1", () => there.resolve());
      const from = performance.now();
      one?.publish("operation-stop:1", undefined);
      await there.promise;
      expect(performance.now() - from).toBeLessThan(100);
    });

    test("whatever its letters and its length", async () => {
      const there = heardBy(two, "draft");
      const said = [
        "",
        null,
        "it's — \0 \n \u2028 “so”",
        "🎬".repeat(9_000),
        `a${"🎬".repeat(9_000)}`,
        { deep: ["é".repeat(20_000)] },
      ];
      for (const payload of said) one?.publish("draft", payload);
      one?.publish("draft", undefined);
      await expect.poll(() => there.length).toBe(said.length + 1);
      expect(there).toEqual([...said, undefined]);
    });

    test("what is too large to be sent is heard of without its payload", async () => {
      const there = heardBy(two, "draft");
      one?.publish("draft", "x".repeat(2_000_000));
      one?.publish("draft", "next");
      await expect.poll(() => there).toEqual([undefined, "next"]);
    });

    test("both talk at once, and one that is closed says and hears no more", async () => {
      const [here, there] = [heardBy(one, "t"), heardBy(two, "t")];
      for (let at = 0; at < 50; at += 1) for (const bus of [one, two]) bus?.publish("t", "x".repeat(5_000));
      await expect.poll(() => [here.length, there.length]).toEqual([100, 100]);
      await one?.close();
      one?.publish("t", 1);
      two?.publish("t", 2);
      await expect.poll(() => there.length).toBe(101);
      expect(here.length).toBe(100);
    });

    test("a listener that throws there is told there", async () => {
      const listener = vi.fn<() => void>();
      two?.subscribe("t", () => {
        throw new Error("broken listener");
      });
      two?.subscribe("t", listener);
      one?.publish("t", 1);
      await expect.poll(() => listener.mock.calls.length).toBe(1);
    });
  });
}
