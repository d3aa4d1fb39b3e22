import type { Skill } from "../../chat/skill.ts";
import type { Talk } from "./talk.ts";

/** Answers what no other skill claims. */
export function createTalkSkill(talk: Talk): Skill {
  return {
    name: "talk",
    otherwise: true,
    claims: () => true,
    run: (turn) => talk(turn, turn.message?.text ?? ""),
  };
}
