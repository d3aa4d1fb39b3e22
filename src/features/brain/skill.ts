import type { Skill } from "../../chat/skill.ts";
import type { Question, Reading } from "../../domain/reading/reading.ts";
import type { Brain } from "./brain.ts";

/** Questions that name something the bible can answer; open ones are talk. */
export function createAskSkill(brain: Brain): Skill {
  const asked = (reading: Reading): Question | undefined =>
    reading.questions.find((question) => question.type !== "open");
  return {
    name: "ask",
    claims: (_turn, reading) => asked(reading) !== undefined,
    run: async (turn, reading) => {
      const question = asked(reading);
      return question ? brain.answer(turn, question) : { blocks: [] };
    },
  };
}
