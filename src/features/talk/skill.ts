import type { Skill } from "../../chat/skill.ts";
import type { Talk } from "./talk.ts";

/** Claims what no other skill claims. */
export function createTalkSkill(talk: Talk, others: readonly Skill[]): Skill {
  return {
    name: "talk",
    claims: (turn, reading) => !others.some((skill) => skill.claims(turn, reading)),
    run: (turn) => talk(turn, turn.message?.text ?? ""),
  };
}
