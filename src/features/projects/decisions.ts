import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import { Decisions, decisionsOf, MAX_VOTES, settingsOf } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";

/** Offered where a vote is none of the ways yet. */
const USUAL_VOTES = 2;

export const decisionField = (decisions: Decisions): { name: string; value: string } => ({
  name: "Decisions",
  value: `${wordOf(decisions)}: ${textOf(decisions)}`,
});

/** Sets who takes the choices that change the course of the film. Throws a UserError for a word that is no way of it. */
export function changeDecisions(turn: Turn, words: string): Outcome {
  requireRole(turn.person.role, "producer", "change who decides about this film");
  const decisions = readDecisions(words, decisionsOf(turn.project));
  return {
    project: { ...turn.project, settings: { ...settingsOf(turn.project), decisions } },
    blocks: [
      { type: "text", text: `From now on: ${textOf(decisions)}` },
      { type: "offers", offers: otherDecisions(decisions) },
    ],
  };
}

export const otherDecisions = (decisions: Decisions): Offer[] =>
  WAYS.filter(({ by }) => by !== decisions.by).map((way) => ({
    label: LABELS[way.by],
    description: textOf(way),
    category: "alternative",
    action: { type: "command", command: "project", options: { action: "decisions", value: wordOf(way) } },
  }));

const WAYS: readonly Decisions[] = [{ by: "anyone" }, { by: "producer" }, { by: "vote", votes: USUAL_VOTES }];

const LABELS: Readonly<Record<Decisions["by"], string>> = {
  anyone: "Let anyone decide",
  producer: "Producers decide",
  vote: `Decide by ${USUAL_VOTES} votes`,
};

function readDecisions(words: string, before: Decisions): Decisions {
  const [by = "", votes = ""] = words.trim().toLowerCase().split(/\s+/);
  const read = Decisions.safeParse(by === "vote" ? { by, votes: Number(votes) } : { by });
  if (read.success) return read.data;
  throw new UserError(
    "bad_request",
    by === ""
      ? `Decisions are set to ${wordOf(before)}.`
      : by === "vote"
        ? `A vote takes a number from 2 to ${MAX_VOTES}.`
        : `There is no way “${words.trim().slice(0, 40)}” to decide.`,
    "Type /project decisions anyone, producer, or vote and how many, for example: /project decisions vote 3.",
  );
}

const wordOf = (decisions: Decisions): string =>
  decisions.by === "vote" ? `vote ${decisions.votes}` : decisions.by;

function textOf(decisions: Decisions): string {
  switch (decisions.by) {
    case "anyone":
      return "Anyone who writes may take a choice that changes the course of the film.";
    case "producer":
      return "A producer takes the choices that change the course of the film; others show what they would take.";
    case "vote":
      return `${decisions.votes} people who write, or one producer, take a choice that changes the course of the film.`;
  }
}
