import type { Choice, Vote } from "./choice.ts";
import { type Decisions, MAX_VOTES } from "./project.ts";
import { mayActAs, type Role } from "./role.ts";

/** What a round needs to know of a choice; a message's block has it all. */
export type Candidate = Pick<Choice, "id" | "state" | "decides" | "votes" | "needed">;

/** What a press on a choice of a round comes to. `acts`: the round is over, and `by` are those who decided it. */
export type Ballot<C extends Candidate> =
  | { readonly type: "acts"; readonly round: readonly C[]; readonly by: readonly Vote[] }
  | {
      readonly type: "counted";
      readonly round: readonly C[];
      readonly moved: boolean;
      readonly votes: number;
    }
  | { readonly type: "taken_back"; readonly round: readonly C[]; readonly votes: number };

/** A film's crew fits; past it the oldest wishes are let go. No vote takes so many. */
const MAX_WISHES = 5 * MAX_VOTES;

/** Whether a press is counted rather than acted on: the rule leaves the choice to others, or to several. */
export const isCounted = (rule: Decisions, role: Role): boolean =>
  rule.by !== "anyone" && !mayActAs(role, "producer");

/** The choices of a message that share a round and can still be pressed. */
export const roundOf = <C extends Candidate>(choices: readonly C[]): C[] =>
  choices.filter(({ decides, state }) => decides === true && state === "open");

/**
 * One person's vote in the round that a message's choices are. It stands for the choice that was pressed and for no
 * other; pressed again, it is taken back. The choice that has all the votes it takes acts, and the others are over.
 * Where a producer decides, a vote is a wish and never acts. `rule` is the one that holds for the pressed choice now.
 */
export function castVote<C extends Candidate>(
  choices: readonly C[],
  pressed: string,
  vote: Vote,
  rule: Decisions,
): Ballot<C> {
  const before = choices.find(({ votes = [] }) => votes.some(({ by }) => by === vote.by));
  const without = choices
    .map((choice) =>
      withVotes(
        choice,
        votesOf(choice).filter(({ by }) => by !== vote.by),
      ),
    )
    .map((choice) => (choice.id === pressed ? needing(choice, rule) : choice));
  const count = (round: readonly C[]) => votesOf(round.find(({ id }) => id === pressed));
  if (before?.id === pressed) return { type: "taken_back", round: without, votes: count(without).length };
  const round = without.map((choice) =>
    choice.id === pressed ? withVotes(choice, [...votesOf(choice), vote].slice(-MAX_WISHES)) : choice,
  );
  const by = count(round);
  if (rule.by === "vote" && by.length >= rule.votes) return { type: "acts", round: over(round, pressed), by };
  return { type: "counted", round, moved: before !== undefined, votes: by.length };
}

/** The round when one of its choices has been taken: nothing else of it can be pressed any more. */
export const over = <C extends Candidate>(choices: readonly C[], taken: string): C[] =>
  choices.map((choice) =>
    choice.id === taken || choice.state !== "open" ? choice : { ...choice, state: "expired" },
  );

const votesOf = (choice: Candidate | undefined): readonly Vote[] => choice?.votes ?? [];

function withVotes<C extends Candidate>(choice: C, votes: readonly Vote[]): C {
  const { votes: _old, ...rest } = choice;
  return { ...(rest as C), ...(votes.length > 0 ? { votes } : {}) };
}

/** What is shown goes by the rule that holds now, which may be another than when the choice was offered. */
function needing<C extends Candidate>(choice: C, rule: Decisions): C {
  const { needed: _was, ...rest } = choice;
  return { ...(rest as C), ...(rule.by === "vote" ? { needed: rule.votes } : {}) };
}
