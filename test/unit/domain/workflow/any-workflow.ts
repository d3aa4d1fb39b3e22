import fc from "fast-check";
import type { EntryKind } from "../../../../src/domain/bible/kinds.ts";
import { DOCUMENT_KINDS } from "../../../../src/domain/project.ts";
import type {
  GateDefinition,
  Guard,
  GuardFacts,
  Need,
  StepDefinition,
  WorkflowDefinition,
} from "../../../../src/domain/workflow/definition.ts";

export const KINDS = ["character", "scene", "prop"] as const satisfies readonly EntryKind[];
export type Kind = (typeof KINDS)[number];
export const MAX_STEPS = 12;

const guard = (source: string, holds: (facts: GuardFacts) => boolean): Guard => ({ source, holds });

/** Guards over every sort of fact; some turn false again as the film grows. */
const GUARDS = [
  guard("count.character > 0", ({ count }) => (count.character ?? 0) > 0),
  guard("count.scene < 3", ({ count }) => (count.scene ?? 0) < 3),
  guard("confirmed.character >= 1", ({ confirmed }) => (confirmed.character ?? 0) >= 1),
  guard("words.synopsis >= 2", ({ words }) => (words.synopsis ?? 0) >= 2),
  guard('"s0" in done', ({ done }) => done.includes("s0")),
  guard('!("s3" in done)', ({ done }) => !done.includes("s3")),
  guard('film.format != "series"', ({ film }) => film.format !== "series"),
];
const BRANCHES = [
  guard('film.format == "feature"', ({ film }) => film.format === "feature"),
  guard('film.format == "series"', ({ film }) => film.format === "series"),
  guard("count.prop == 0", ({ count }) => count.prop === 0),
  guard("words.concept > 0", ({ words }) => (words.concept ?? 0) > 0),
];

const document = fc.constantFrom(...DOCUMENT_KINDS);
const kind = fc.constantFrom<Kind>(...KINDS);
const need: fc.Arbitrary<Need> = fc.oneof(
  { weight: 3, arbitrary: document.map((name): Need => ({ type: "document", document: name })) },
  fc
    .tuple(document, fc.integer({ min: 1, max: 4 }))
    .map(([name, words]): Need => ({ type: "document", document: name, words })),
  {
    weight: 3,
    arbitrary: fc
      .tuple(kind, fc.integer({ min: 1, max: 3 }))
      .map(([of, count]): Need => ({ type: "count", kind: of, count })),
  },
  fc
    .tuple(kind, fc.integer({ min: 1, max: 2 }))
    .map(([of, count]): Need => ({ type: "count", kind: of, count, confirmed: true })),
  fc.boolean().map(
    (confirmed): Need => ({
      type: "count",
      kind: "character",
      count: 1,
      where: { field: "role", value: "lead" },
      ...(confirmed ? { confirmed } : {}),
    }),
  ),
  fc
    .tuple(kind, fc.constantFrom(20, 50, 90))
    .map(([of, percent]): Need => ({ type: "evidence", kind: of, percent })),
);

const rare = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const seldom = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 6 });
const bits = fc.integer({ min: 0, max: 2 ** MAX_STEPS - 1 });

const draft = fc.record({
  /** Which of the steps before it a step requires; few of many. */
  before: fc.tuple(bits, bits).map(([a, b]) => a & b),
  needs: fc.oneof(fc.constant([]), fc.array(need, { maxLength: 2 })),
  guard: rare(fc.constantFrom(...GUARDS)),
  branch: seldom(fc.constantFrom(...BRANCHES)),
  makes: fc.subarray([...KINDS], { maxLength: 2 }),
  skippable: fc.boolean(),
});

const step = (
  { before, guard: held, branch, ...rest }: typeof draft extends fc.Arbitrary<infer D> ? D : never,
  at: number,
): StepDefinition => ({
  ...rest,
  id: `s${at}`,
  name: `Step ${"ABCDEFGHIJKL"[at]}`,
  requires: Array.from({ length: at }, (_, index) => index)
    .filter((index) => before & (1 << index))
    .map((index) => `s${index}`),
  ...(held ? { guard: { ...held, because: `It waits for ${held.source}.` } } : {}),
  ...(branch ? { branch } : {}),
  uses: [],
  minutes: 5,
  difficulty: "easy",
  impact: "low",
  hooks: [],
});

/** Gates may wait for one another, and for papers whose steps are locked: nothing forbids a team to write that. */
const gate: fc.Arbitrary<GateDefinition> = fc.record({
  kind,
  needs: fc.array(need, { minLength: 1, maxLength: 2 }),
  because: fc.constant("That is how this team works"),
});

/** Definitions as they may be compiled: no step before one that it requires, each gate of a kind of its own. */
export const anyWorkflow: fc.Arbitrary<WorkflowDefinition> = fc
  .tuple(
    fc.array(draft, { minLength: 1, maxLength: MAX_STEPS, size: "max" }),
    fc.uniqueArray(gate, { maxLength: 2, selector: (each) => each.kind }),
  )
  .map(([drafts, gates]) => ({
    name: "own",
    title: "Our own way",
    version: 1,
    steps: drafts.map(step),
    gates,
  }));
