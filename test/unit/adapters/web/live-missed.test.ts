import { expect, test } from "vitest";
import { createMemoryBus } from "../../../../src/adapters/memory/bus.ts";
import { newSession, say } from "./caller.ts";
import { openRoom } from "./room.ts";
import { saying, watch } from "./watcher.ts";

test("who watches through a process that missed the news of another is told once it knows", async () => {
  const room = await openRoom();
  const { session_id } = await newSession(room);
  const missed = new Set<() => void>();
  const bus = {
    ...createMemoryBus(() => undefined),
    onMissed: (listener: () => void) => {
      missed.add(listener);
      return () => missed.delete(listener);
    },
  };
  const deaf = room.another({ bus });
  await deaf.start(room.receiver);
  const { host, wsPort } = deaf.address();
  const seat = watch(`http://${host}:${wsPort}`, { session_id, user_id: "ada" });
  await seat.until(({ type }) => type === "presence");
  await say(room, session_id, "make Sarah");
  expect(seat.said()).toEqual([]);
  for (const tell of missed) tell();
  await seat.until(saying("Sarah is made."));
  await seat.close();
  await expect.poll(() => missed.size).toBe(0);
  await deaf.stop();
  await room.close();
});
