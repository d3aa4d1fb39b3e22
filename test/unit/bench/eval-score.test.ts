import { describe, expect, test } from "vitest";
import type { EvalCase } from "../../../bench/eval-cases.ts";
import { GOALS, shortfalls } from "../../../bench/eval-report.ts";
import { type Measure, score } from "../../../bench/eval-score.ts";
import type { Reading, Statement } from "../../../src/domain/reading/reading.ts";

const span = { start: 0, end: 1 };
const named = (name: string, entry_id?: string) => ({ name, ...span, ...(entry_id ? { entry_id } : {}) });
const says = (name: string, fields: Record<string, string | number>, more: object = {}): Statement =>
  ({
    type: "entry",
    kind: "character",
    subject: named(name, "e1"),
    explicit: false,
    fields: Object.entries(fields).map(([field, value]) => ({ field, value, ...span })),
    span,
    ...more,
  }) as Statement;
const ties = (from: string, relation: string, to: string, more: object = {}): Statement =>
  ({
    type: "relationship",
    from: named(from),
    to: named(to),
    relation,
    explicit: true,
    span,
    ...more,
  }) as Statement;

function tally(
  labels: Partial<EvalCase>,
  statements: Statement[],
  measure: Measure,
  more: Partial<Reading> = {},
) {
  const reading = { statements, questions: [], requests: [], ...more };
  const { right, wrong, missed } = score({ set: "any", text: "", ...labels }, reading).measures[measure];
  return [right, wrong, missed];
}

describe("fields", () => {
  const labelled = (fields: Record<string, unknown>): Partial<EvalCase> => ({
    entries: [["character", "Ann", fields]],
  });

  test.each([
    ["the value", { age: 30 }, { age: 30 }, [1, 0, 0]],
    ["another value is wrong and the right one missed", { age: 30 }, { age: 31 }, [0, 1, 1]],
    ["what is not labelled is wrong", {}, { age: 30 }, [0, 1, 0]],
    ["notes are free", {}, { notes: "hums" }, [0, 0, 0]],
    ["one of several values", { fear: { any: ["dogs", "big dogs"] } }, { fear: "big dogs" }, [1, 0, 0]],
    ["an arguable field counts neither when read", { "age?": 30 }, { age: 30 }, [0, 0, 0]],
    ["nor when it is not", { "age?": 30 }, {}, [0, 0, 0]],
    ["only when it is read otherwise", { "age?": 30 }, { age: 31 }, [0, 1, 0]],
    ["text is right when most words agree", { want: "to find her son" }, { want: "find her son" }, [1, 0, 0]],
  ])("%s", (_, want, got, expected) =>
    expect(tally(labelled(want), [says("Ann", got)], "attributes")).toEqual(expected),
  );

  test("what is said of one entry in two statements counts as said at once", () => {
    const two = [says("Ann", { age: 30 }), says("Ann", { fear: "dogs" }, { corrects: true })];
    expect(tally(labelled({ age: 30, fear: "dogs" }), two, "attributes")).toEqual([2, 0, 0]);
    expect(tally(labelled({ age: 30, fear: "dogs" }), two, "entities")).toEqual([1, 0, 0]);
  });
});

describe("other statements", () => {
  test("a tie is the same both ways; ending one is another thing", () => {
    const labels: Partial<EvalCase> = { relations: [["Ann", "parent", "Bo"]] };
    expect(tally(labels, [ties("Bo", "child", "Ann")], "relationships")).toEqual([1, 0, 0]);
    expect(tally(labels, [ties("Ann", "parent", "Bo", { ends: true })], "relationships")).toEqual([0, 1, 1]);
  });

  test("secret and since are held against their labels, where they have any", () => {
    const labels: Partial<EvalCase> = {
      relations: [["Ann", "spouse", "Bo", { secret: true, since: "bank scene" }]],
    };
    const measure = "secret, since, ended";
    const told = { secret: true, since: "the bank scene" };
    expect(tally(labels, [ties("Ann", "spouse", "Bo", told)], measure)).toEqual([1, 0, 0]);
    expect(tally(labels, [ties("Ann", "spouse", "Bo")], measure)).toEqual([0, 1, 1]);
  });

  test("groups, drops, corrections, merges and gaps", () => {
    const group = { subject: { ...named("the cops"), group: { by: "occupation", value: "cops" } } };
    expect(
      tally(
        { groups: [["occupation", "cop", { fear: "dogs" }]] },
        [says("", { fear: "dogs" }, group)],
        "groups",
      ),
    ).toEqual([1, 0, 0]);
    const drops = { drops: [{ field: "traits", value: ["brave"], ...span }] };
    expect(tally({ drops: [["Ann", "traits", "brave"]] }, [says("Ann", {}, drops)], "drops")).toEqual([
      1, 0, 0,
    ]);
    expect(tally({}, [says("Ann", {}, drops)], "drops")).toEqual([0, 1, 0]);
    expect(tally({ corrects: ["Ann"] }, [says("Ann", { age: 3 })], "corrections")).toEqual([0, 0, 1]);
    const merge = { type: "merge", subject: named("Jon"), into: named("John"), span } as Statement;
    expect(tally({ merges: [["John", "Jon", "either"]] }, [merge], "merges")).toEqual([1, 0, 0]);
    expect(tally({ merges: [["John", "Jon"]] }, [merge], "merges")).toEqual([0, 1, 1]);
    const gap = { wants: "from" as const, statement: ties("", "sibling", "Ann") };
    const labels: Partial<EvalCase> = { gaps: [{ wants: "from", relation: "sibling", to: "Ann" }] };
    expect(tally(labels, [], "gaps", { gaps: [gap] })).toEqual([1, 0, 0]);
  });
});

test("the goals say what is short of them", () => {
  const result = (one: Partial<EvalCase>, statements: Statement[]) => {
    const labels: EvalCase = { set: "any", text: "x", ...one };
    return { one: labels, scored: score(labels, { statements, questions: [], requests: [] }) };
  };
  const good = result({ entries: [["character", "Ann", { age: 3 }]], relations: [["Ann", "parent", "Bo"]] }, [
    says("Ann", { age: 3 }),
    ties("Ann", "parent", "Bo"),
  ]);
  const quiet = result({ set: "x-negatives" }, []);
  expect(shortfalls([good, quiet], GOALS)).toEqual([]);
  const loud = result({ set: "x-negatives", text: "hm" }, [says("Ann", { age: 4 })]);
  expect(shortfalls([good, loud], GOALS).join()).toContain("F1 of entities");
  expect(shortfalls([good, loud], GOALS).join()).toContain('100.0 % false changes:\n  "hm"');
});
