import type { Skill } from "../../chat/skill.ts";
import type { Reading } from "../../domain/reading/reading.ts";
import type { Bible } from "./bible.ts";

/** "undo that" and "bring it back", said in words. Together with something new neither is done: both would write to the same entries at once. */
export function createUndoSkill(bible: Bible): Skill {
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
      const about = { name: subject?.name, entry_id: subject?.entry_id, mine, all, count };
      return bible.undo(turn, subject || mine ? { about } : { count });
    },
  };
}
