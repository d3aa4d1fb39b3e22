import type { Outcome } from "../../chat/outcome.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Reading } from "../../domain/reading/reading.ts";
import type { Bible } from "./bible.ts";

/** Shows what somebody's words changed; features/history does. Undefined where the name is an entry's alone. */
export interface UndoOffers {
  offerUndo(
    turn: Turn,
    wanted: {
      by: string;
      name?: string | undefined;
      entry_id?: string | undefined;
      count?: number | undefined;
      all?: boolean | undefined;
    },
  ): Promise<Outcome | undefined>;
}

/** "undo that" and "bring it back", said in words. Together with something new neither is done: both would write to the same entries at once. */
export function createUndoSkill(bible: Bible, history: UndoOffers): Skill {
  const asked = (reading: Reading) =>
    reading.requests.find((request) => request.type === "undo" || request.type === "redo");
  return {
    name: "undo",
    claims: (_turn, reading) => asked(reading) !== undefined,
    run: async (turn, reading) => {
      const request = asked(reading);
      if (request === undefined) return { blocks: [] };
      const { count, subject } = request;
      if (reading.statements.length > 0) {
        const text = `I did not ${request.type} anything, since the same message also says something new. Say “${request.type}” by itself.`;
        return { blocks: [{ type: "text", text }] };
      }
      if (request.type === "redo") return bible.redo(turn, { count, name: subject?.name });
      const { mine, all } = request;
      const { by } = request;
      const meant = { name: subject?.name, entry_id: subject?.entry_id, count, all };
      const shown = by === undefined ? undefined : await history.offerUndo(turn, { by, ...meant });
      if (shown) return shown;
      const about = { ...meant, mine };
      return bible.undo(turn, subject || mine ? { about } : { count });
    },
  };
}
