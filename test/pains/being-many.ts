import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { expect, test } from "vitest";
import type { Premises } from "../rooms/premises.ts";
import { said, soon } from "../rooms/room.ts";
import { onBoth, SARAH } from "./both.ts";

/** Many people, many conversations, many presses; and none of it needs the network. */
export function beingMany(get: () => Premises): void {
  test("13. every press is acknowledged within three seconds, however much is said meanwhile", async () => {
    await onBoth(get(), async ({ talk }) => {
      await said(talk, SARAH, /Sarah/);
      const others = await Promise.all(Array.from({ length: 4 }, () => talk.beside()));
      // Both fakes reject a press that is not acknowledged in time, as people see it fail.
      await Promise.all([
        ...others.map((other) => other.say("Create a character named Otto, a cook")),
        ...Array.from({ length: 30 }, (_, index) => talk.press("Draft a logline", `Person ${index}`)),
      ]);
      await soon(() => expect(others.every((other) => other.seen().length > 0)).toBe(true), 40_000);
    });
  });

  test.concurrent("14. in a team each line is its author's, the talk is one, and one film knows nothing of another", async () => {
    await onBoth(get(), async ({ platform, talk }) => {
      const stranger = await get().rooms[platform === "Discord" ? "discord" : "slack"].begin();
      await said(talk, SARAH, /Sarah/, "Ana");
      await said(talk, "She is afraid of water.", /Sarah[\s\S]*water/, "Bo");
      const history = await said(talk, "/history Sarah", /water/);
      const line = (words: RegExp) => history.text.split("\n").find((one) => words.test(one));
      expect([line(/water/), line(/journalist/)]).toEqual([
        expect.stringContaining("Bo"),
        expect.stringContaining("Ana"),
      ]);
      const asked = await said(stranger, "Who is Sarah?", /Sarah/);
      expect(asked.text).not.toMatch(/journalist|water/);
    });
  });

  test("5. each thread keeps its own talk, over the film they share, also after a restart", async () => {
    const after = Promise.withResolvers<void>();
    let begun = 0;
    await onBoth(get(), async ({ talk }) => {
      const other = await talk.beside();
      await said(talk, SARAH, /Sarah/);
      await said(other, "Create a character named John, a 40-year-old baker", /John/);
      begun += 1;
      if (begun === 2) get().restart().then(after.resolve, after.reject);
      await after.promise;
      await said(talk, "She is afraid of water.", /Sarah[\s\S]*water/);
      await said(other, "He is afraid of dogs.", /John[\s\S]*dogs/);
      await said(other, "Who is Sarah?", /journalist/);
      expect(talk.seen().some(({ text }) => /John|dogs/.test(text))).toBe(false);
    });
  });

  test("15. all of it is tested offline: the unmodified program speaks to this machine alone", () => {
    const peers = peersOf(get().program.pid ?? 0);
    expect(peers.length).toBeGreaterThan(1);
    expect(peers.filter((peer) => !peer.startsWith("0100007F"))).toEqual([]);
  });
}

/** Whom a process is connected to over TCP, as the kernel tells it: addresses in its own byte order. */
function peersOf(pid: number): string[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    }),
  );
  return readFileSync(`/proc/${pid}/net/tcp`, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === "01" && sockets.has(inode ?? ""))
    .map(([, , peer = ""]) => peer);
}
