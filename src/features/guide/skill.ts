import type { Skill } from "../../chat/skill.ts";
import type { Guide } from "./guide.ts";

/** "help", said without a slash. */
export function createGuideSkill(guide: Guide): Skill {
  return {
    name: "help",
    claims: (_turn, reading) => reading.requests.some((request) => request.type === "help"),
    run: async ({ project }) => guide.intro(project.title),
  };
}
