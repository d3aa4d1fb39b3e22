import type { Skill } from "../chat/skill.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Model } from "../ports/model.ts";
import type { Stores } from "../ports/stores.ts";
import { createDraftSkill } from "./bible/draft-skill.ts";
import { createUndoSkill } from "./bible/undo-skill.ts";
import { createAskSkill } from "./brain/skill.ts";
import { createBulkSkill } from "./bulk/skill.ts";
import { createAnswerSkill } from "./extract/answer-skill.ts";
import { createOwnFieldSkill } from "./extract/own-field-skill.ts";
import { createExtractSkill } from "./extract/skill.ts";
import { createSweepSkill } from "./extract/sweep-skill.ts";
import type { Features } from "./features.ts";
import { createGuideSkill } from "./guide/skill.ts";
import { createImportSkill } from "./import/skill.ts";
import { createMergeSkill } from "./merge/skill.ts";
import { createPlanSkill } from "./plan/skill.ts";
import { createTalkSkill } from "./talk/skill.ts";
import { createPaperSkill } from "./write/show-paper.ts";
import { createDocumentSkill } from "./write/skill.ts";

export interface SkillParts {
  readonly features: Features;
  readonly stores: Stores;
  readonly model: Model;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What Backlot can do with what people say, in the order in which it answers. Those that need no reading are asked first. */
export function createSkills({ features, stores, model, clock, ids }: SkillParts): Skill[] {
  const shared = { ...stores, model, clock, ids };
  return [
    createImportSkill(features.imports),
    createPlanSkill(features.plan, features.rollbacks),
    createPaperSkill(),
    createAnswerSkill(shared, features.points),
    createSweepSkill(shared),
    createExtractSkill(shared),
    createOwnFieldSkill(shared),
    createMergeSkill(features.merge),
    createDraftSkill(shared),
    createBulkSkill(features.bulk),
    createDocumentSkill(features.documents),
    createAskSkill(features.brain),
    createUndoSkill(features.bible, features.history),
    createGuideSkill(features.guide),
    createTalkSkill(features.talk),
  ];
}
