import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { createNameIndex } from "../../domain/bible/name-index.ts";
import type { Question, Reading } from "../../domain/reading/reading.ts";
import type { Brain } from "./brain.ts";

const MAX_NAME_WORDS = 6;

/** Questions that name something the bible can answer, and a name alone; open questions are talk. */
export function createAskSkill(brain: Brain): Skill {
  const asked = (turn: Turn, reading: Reading): Question | undefined =>
    reading.questions.find((question) => question.type !== "open") ?? nameAlone(turn, reading);
  return {
    name: "ask",
    claims: (turn, reading) => asked(turn, reading) !== undefined,
    run: async (turn, reading) => {
      const question = asked(turn, reading);
      return question ? brain.answer(turn, question) : { blocks: [] };
    },
  };
}

/** "Iris", "the depot?": whoever says nothing but a name wants to know what there is under it. */
function nameAlone({ message, seen }: Turn, { statements, requests, gaps }: Reading): Question | undefined {
  const name = message?.text.trim().replace(/[?.!…]+$/, "") ?? "";
  const saysMore = statements.length + requests.length + (gaps ?? []).length > 0;
  if (saysMore || name === "" || name.split(/\s+/).length > MAX_NAME_WORDS) return undefined;
  const named = (seen?.entries ?? []).filter(({ kind }) => kind !== "relationship");
  const found = createNameIndex(named).find(name);
  if (found.type !== "one") return undefined;
  const { id, name: whole } = found.entry;
  return { type: "who", subjects: [{ name: whole, entry_id: id, start: 0, end: name.length }] };
}
