import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decisions } from "../../../src/domain/project.ts";
import { type Candidate, castVote, isCounted, over, roundOf } from "../../../src/domain/round.ts";

const AT = "2026-03-01T10:00:00Z";
const PEOPLE = ["ana", "bo", "cy", "dee", "eve"];
const CHOICES = ["a", "b", "c"];

const rules = fc.oneof(
  fc.constant<Decisions>({ by: "producer" }),
  fc.integer({ min: 2, max: 4 }).map((votes): Decisions => ({ by: "vote", votes })),
);
const presses = fc.array(
  fc.record({ by: fc.constantFrom(...PEOPLE), on: fc.constantFrom(...CHOICES), producer: fc.boolean() }),
  { maxLength: 30 },
);

const open = (): Candidate[] => CHOICES.map((id) => ({ id, state: "open", decides: true }));

describe("a round of choices", () => {
  test("leads to at most one act, and the votes shown are those that count", () => {
    fc.assert(
      fc.property(rules, presses, (rule, all) => {
        let round = open();
        let acts = 0;
        const votes = new Map<string, string>();
        for (const { by, on, producer } of all) {
          if (round.find(({ id }) => id === on)?.state !== "open" || acts > 0) continue;
          if (!isCounted(rule, producer ? "producer" : "writer")) {
            acts += 1;
            round = over(roundOf(round), on);
            continue;
          }
          const ballot = castVote(roundOf(round), on, { by, at: AT }, rule);
          if (votes.get(by) === on) votes.delete(by);
          else votes.set(by, on);
          round = [...ballot.round];
          const counted = [...votes].filter(([, choice]) => choice === on).length;
          expect(ballot.type === "acts").toBe(rule.by === "vote" && counted >= rule.votes);
          if (ballot.type === "acts") acts += 1;
          for (const { id, votes: shown = [] } of round) {
            expect(shown.map((vote) => vote.by).toSorted()).toEqual(
              [...votes].flatMap(([person, choice]) => (choice === id ? [person] : [])).toSorted(),
            );
          }
        }
        expect(acts).toBeLessThanOrEqual(1);
        if (acts > 0) expect(round.filter(({ state }) => state === "open")).toHaveLength(1);
      }),
      { numRuns: 2_000 },
    );
  });

  test("says how many votes a choice takes as the rule is now", () => {
    const [choice] = open();
    if (!choice) throw new Error("no choice");
    const voted = castVote([choice], "a", { by: "ana", at: AT }, { by: "vote", votes: 3 }).round;
    expect(voted).toMatchObject([{ needed: 3 }]);
    const wished = castVote(voted, "a", { by: "bo", at: AT }, { by: "producer" }).round;
    expect(wished[0]).not.toHaveProperty("needed");
    expect(wished[0]?.votes).toHaveLength(2);
  });
});
