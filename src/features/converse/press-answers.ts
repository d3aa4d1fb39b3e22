import { namesOf, standingOf } from "../../chat/choice-standing.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Choice, Vote } from "../../domain/choice.ts";
import type { UserError } from "../../domain/errors.ts";
import type { Decisions } from "../../domain/project.ts";
import type { Ballot } from "../../domain/round.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

type Shown = Omit<Choice, "action">;

/** A refusal of a press that is nobody else's business. The choice stays as it is. */
export const refusedAlone = ({
  code,
  message,
  hint,
}: Pick<UserError, "code" | "message" | "hint">): Outcome => ({
  private: true,
  refusal: { code, message, hint },
  blocks: [{ type: "text", text: `${message} ${hint}` }],
});

/** Somebody was first. */
export function takenAlready({ person }: Turn, choice: Shown): Outcome {
  const { pressed_by, pressed_by_name } = choice;
  const other = pressed_by_name === undefined ? "Somebody" : ellipsis(pressed_by_name, 40);
  const who = pressed_by === person.id ? "You" : other;
  const message = `${who} pressed “${choice.label}” already; it acts once.`;
  const hint = "Type /workflow to see what can be done next.";
  return {
    private: true,
    refusal: { code: "conflict", message, hint },
    blocks: [{ type: "text", text: `${message} ${hint}` }],
  };
}

/** The choice is of the past: what it was, where that is known, and what can be done now. */
export function outOfDate(turn: Turn, taken?: Shown): Outcome {
  const message = taken
    ? `That was settled already: “${taken.label}”, ${standingOf(taken) || "chosen by somebody"}.`
    : "That choice is out of date: the project has moved on since.";
  const { next } = evaluateWorkflow(turn);
  const hint =
    next.length > 0 ? "Choose one of the current ones." : "Type /workflow to see where the film stands.";
  return {
    refusal: { code: "conflict", message, hint },
    blocks: [
      { type: "text", text: next.length > 0 ? message : `${message} ${hint}` },
      ...(next.length > 0
        ? [{ type: "offers" as const, prompt: "What can be done now:", offers: next, next: next.length }]
        : []),
    ],
  };
}

/** A vote or a wish, told to whoever gave it; everybody sees it on the message. */
export function counted(
  choice: Shown,
  rule: Decisions,
  ballot: Exclude<Ballot<Shown>, { type: "acts" }>,
): Outcome {
  const told = (text: string): Outcome => ({ private: true, blocks: [{ type: "text", text }] });
  if (rule.by !== "vote")
    return told(
      ballot.type === "taken_back"
        ? `I no longer show that you would take “${choice.label}”.`
        : `A producer decides that here. I show with it that you would take “${choice.label}”; press it again to take that back.`,
    );
  const left = rule.votes - ballot.votes;
  const standing = `It has ${ballot.votes} of ${rule.votes}.`;
  if (ballot.type === "taken_back") return told(`Your vote for “${choice.label}” is taken back. ${standing}`);
  return told(
    `Your vote ${ballot.moved ? "is now" : "counts"} for “${choice.label}”. ${standing} ${left === 1 ? "One more decides" : `${left} more decide`}, or a producer; press it again to take yours back.`,
  );
}

/** What several decided says so first. */
export const inTheirName = (outcome: Outcome, by: readonly Vote[]): Outcome => ({
  ...outcome,
  blocks: [{ type: "text", text: `Decided by ${namesOf(by)}.` }, ...outcome.blocks],
});
