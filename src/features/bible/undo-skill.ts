import type { Skill } from "../../chat/skill.ts";
import type { Bible } from "./bible.ts";

/** "undo that", said in words. Together with something new it is not done: both would write to the same entries at once. */
export function createUndoSkill(bible: Bible): Skill {
  return {
    name: "undo",
    claims: (_turn, reading) => reading.requests.some((request) => request.type === "undo"),
    run: async (turn, reading) => {
      if (reading.statements.length === 0) return bible.undo(turn, {});
      const text =
        "I did not undo anything, since the same message also says something new. Say “undo” by itself.";
      return { blocks: [{ type: "text", text }] };
    },
  };
}
