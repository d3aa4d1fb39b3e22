import type { Skill } from "../chat/skill.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Stores } from "../ports/stores.ts";
import { createAskSkill } from "./brain/skill.ts";
import { createBulkSkill } from "./bulk/skill.ts";
import { createExtractSkill } from "./extract/skill.ts";
import type { Features } from "./features.ts";
import { createGuideSkill } from "./guide/skill.ts";
import { createTalkSkill } from "./talk/skill.ts";
import { createDocumentSkill } from "./write/skill.ts";

export interface SkillParts {
  readonly features: Features;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What Backlot can do with what people say, in the order in which it answers. The last one claims what no other does. */
export function createSkills({ features, stores, clock, ids }: SkillParts): Skill[] {
  const doing = [
    createExtractSkill({ bible: stores.bible, clock, ids }),
    createBulkSkill(features.bulk),
    createDocumentSkill(features.documents),
    createAskSkill(features.brain),
    createGuideSkill(features.guide),
  ];
  return [...doing, createTalkSkill(features.talk, doing)];
}
