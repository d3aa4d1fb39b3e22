import { beforeAll, expect, test } from "vitest";
import type { Turn } from "../../../../src/chat/turn.ts";
import { NO_COUNTS } from "../../../../src/domain/bible/kinds.ts";
import { createRollback } from "../../../../src/features/plan/rollback.ts";
import type { BibleStore } from "../../../../src/ports/bible-store.ts";
import { labelsOf, openRoom, openStores, type Room } from "../bible-room.ts";

let room: Room;
beforeAll(async () => {
  const opened = await openStores();
  room = await openRoom(opened.stores);
  return () => opened.close();
});

/** A film of which nothing may be read. */
const refuse = async (scenes: number, marks: Turn["project"]["step_marks"] = {}) => {
  const turn = await room.turn("words", "producer");
  const unread: BibleStore = { ...room.parts.bible, list: () => Promise.reject(new Error("read")) };
  const film: Turn = {
    ...turn,
    project: { ...turn.project, step_marks: marks },
    counts: { ...NO_COUNTS, character: 2, scene: scenes },
  };
  return createRollback({ ...room.parts, bible: unread }).rollback(film, "characters", "");
};

test("more entries than one turn writes are refused unread, with a later step to go back to first", async () => {
  const screenplay = { state: "completed" as const, by: "ana", at: "2026-11-22T10:00:00.000Z" };
  const outcome = await refuse(2_001, { screenplay });
  expect(outcome.refusal?.message).toContain("would change 2001 entries, and one message may change 2000");
  expect(labelsOf(outcome)).toEqual(["Go back to Scene outline", "Go back to Screenplay"]);
  await expect(refuse(2_000)).rejects.toThrow("read");
});

test("where no later step would do, it leads on from where the film stands", async () => {
  const outcome = await refuse(2_001);
  expect(outcome.refusal?.message).toContain("Take out what is not needed");
  expect(labelsOf(outcome).length).toBeGreaterThan(0);
});
