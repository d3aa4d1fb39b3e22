import { beforeAll, beforeEach } from "vitest";
import type { Outcome } from "../../../../src/chat/outcome.ts";
import type { Turn } from "../../../../src/chat/turn.ts";
import { EMPTY_READING, type Statement } from "../../../../src/domain/reading/reading.ts";
import { type Bible, createBible } from "../../../../src/features/bible/bible.ts";
import type { UndoTarget } from "../../../../src/features/bible/undo-target.ts";
import { createExtractSkill } from "../../../../src/features/extract/skill.ts";
import { openRoom, openStores, type Room } from "../bible-room.ts";

/** A room before each test whose turns write to the bible and take back; `at` is the room and the bible of the test that runs. */
export function undoRoom() {
  let opened: Awaited<ReturnType<typeof openStores>>;
  let at: { readonly room: Room; readonly bible: Bible };

  beforeAll(async () => {
    opened = await openStores();
    return () => opened.close();
  });

  beforeEach(async () => {
    const room = await openRoom(opened.stores);
    at = { room, bible: createBible(room.parts) };
  });

  const run = async (command: (turn: Turn) => Promise<Outcome>) => {
    const turn = await at.room.turn("words");
    const outcome = await command(turn);
    await at.room.commit(turn, outcome);
    return { turn, ...outcome };
  };

  return {
    at: () => at,
    run,
    say: (...statements: Statement[]) =>
      run((turn) => createExtractSkill(at.room.parts).run(turn, { ...EMPTY_READING, statements })),
    undo: (target: UndoTarget = {}) => run((turn) => at.bible.undo(turn, target)),
    names: async () => (await at.room.entries()).map((entry) => entry.name),
  };
}
