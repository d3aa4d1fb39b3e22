import { hold } from "../../chat/hold.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { find } from "../../domain/workflow/transitions.ts";
import { makeOutside } from "./make-outside.ts";
import type { Plan } from "./plan.ts";
import type { Rollbacks } from "./rollback.ts";

type Action = "complete" | "skip" | "reopen" | "advance" | "rollback" | "make";

const LEAD = `(?:ok(?:ay)?[,.]? |so[,.]? |please |(?:can|could|should|may) (?:you|we|i) |let[’']?s |we (?:can |should )?|i(?: would|[’']d) like to )*`;
const STEP = String.raw`(?:the |our )?(?<step>[\p{L}\p{N}][\p{L}\p{N} -]{0,59}?)`;
const DONE = `(?:done|finished|complete|completed|ready|wrapped)`;
const END = `(?: now| please| then| next)*[.!]*$`;
const WHY = `(?:(?:,|:|;| -| –| —)? ?(?:because|since|as)|:|,| -| –| —) (?<reason>.{3,400})$`;

/** What people call a step beside its name. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  script: "screenplay",
  shots: "storyboard",
  "shot list": "storyboard",
  shotlist: "storyboard",
  cast: "characters",
  "shooting script": "screenplay",
  storyboards: "storyboard",
  breakdowns: "breakdown",
  "breakdown sheet": "breakdown",
  "breakdown sheets": "breakdown",
  "shooting schedule": "schedule",
  callsheet: "call-sheet",
  "call sheets": "call-sheet",
};

/** Whole messages that move the film on. Which steps there are is the workflow's own, so this is read here and not by the reader. */
const PATTERNS: readonly (readonly [Action, RegExp])[] = [
  ["skip", pattern(`^${LEAD}skip ${STEP}(?:${WHY}|(?: now| please| then)*[.!?]*$)`)],
  ["complete", pattern(`^${LEAD}mark ${STEP} (?:as )?${DONE}${END}`)],
  ["complete", pattern(`^${STEP} (?:is|are) ${DONE}${END}`)],
  ["complete", pattern(`^we(?:[’']re| are|[’']ve| have)? (?:done|finished|through) (?:with )?${STEP}${END}`)],
  ["reopen", pattern(`^${LEAD}re-?open ${STEP}${END}`)],
  ["rollback", pattern(`^${LEAD}(?:go|roll|step) back to ${STEP}(?:${WHY}|${END})`)],
  ["advance", pattern(`^${LEAD}(?:move|go) on (?:to|with) ${STEP}${END}`)],
  ["advance", pattern(`^${LEAD}(?:work on|start(?: with)?|begin(?: with)?) ${STEP}${END}`)],
  [
    "make",
    pattern(
      `^${LEAD}(?:(?:would|will) you )?(?:please )?(?:write|draft|make|create|do|prepare|build|generate|produce)(?: me| us)? (?:an? |some )?${STEP}(?: (?:for|of|from|to|out of) .{1,80})?(?: now| please| then| next)*[.!?]*$`,
    ),
  ],
];

/** "The screenplay is finished", "write the breakdown", "skip the synopsis, we go straight to the beats": said without a slash, about a step that the film has. */
export function createPlanSkill(plan: Plan, rollbacks: Rollbacks): Skill {
  return {
    name: "plan",
    unread: true,
    claims: (turn) => said(turn) !== undefined,
    run: async (turn) => {
      const move = said(turn);
      if (!move) return { blocks: [] };
      const { action, step, reason } = move;
      if (action === "make") return makeOutside(plan, turn, step);
      const held = hold(turn, { type: "command", command: "workflow", options: { ...move } });
      if (held) return held;
      if (action === "rollback") return rollbacks.rollback(turn, step, reason);
      if (action === "skip") return plan.skip(turn, step, reason);
      return action === "complete" ? plan.complete(turn, step, "") : plan[action](turn, step);
    },
  };
}

function said(turn: Turn): { action: Action; step: string; reason: string } | undefined {
  const text = turn.message?.text.trim() ?? "";
  if (text.length > 500 || text.includes("\n")) return undefined;
  for (const [action, form] of PATTERNS) {
    const { step = "", reason = "" } = form.exec(text)?.groups ?? {};
    const found =
      step === "" ? undefined : (find(turn, step) ?? find(turn, OTHER_WORDS[step.toLowerCase()] ?? ""));
    // What Backlot writes itself is read as any other wish.
    if (found && (action !== "make" || found.step.needs.length === 0))
      return { action, step: found.step.id, reason };
  }
  return undefined;
}

function pattern(source: string): RegExp {
  return new RegExp(source, "iu");
}
