/**
 * What it costs to tell where a film stands, and whether that grows with the film or with its workflow.
 * `node bench/workflow.ts`: films in PGlite in a folder; each is loaded through the store and evaluated in a workflow
 * that is made as heavy as it gets: all documents are as long as they may be, no step waits for another, so that every
 * guard and every need of every step is asked, and most of what is missing is worded.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../src/adapters/postgres/database.ts";
import { migrateStores } from "../src/adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../src/adapters/postgres/stores.ts";
import type { Entry } from "../src/domain/bible/entry.ts";
import type { FactValue } from "../src/domain/bible/fact.ts";
import { MAX_FIELDS, type ProjectSchema } from "../src/domain/bible/project-schema.ts";
import { DOCUMENT_KINDS, MAX_DOCUMENT_CHARS } from "../src/domain/project.ts";
import type { Session } from "../src/domain/session.ts";
import type { GuardFacts, WorkflowDefinition } from "../src/domain/workflow/definition.ts";
import type { Film } from "../src/domain/workflow/film.ts";
import { evaluateWorkflow } from "../src/domain/workflow/workflow-view.ts";
import { compileWorkflow } from "../src/features/plan/definition/compile-workflow.ts";
import type { Stores } from "../src/ports/stores.ts";
import { anEntry, makeEntries } from "../test/contract/bible-samples.ts";
import { AT, aProject, aSession } from "../test/contract/samples.ts";
import { percentile, table } from "./harness.ts";

const SIZES = [10, 100, 1_000, 5_000] as const;
const STEPS = [10, 25, 50, 100, 200] as const;
const GOAL = { steps: 100, entries: 5_000, ms: 5 };
const PER_COMMIT = 500;
const WARM_UP = 30;
const ROUNDS = 200;

/** As many fields of its own as a project may have, each of which every character must have. */
const SCHEMA: ProjectSchema = {
  kinds: [],
  fields: Array.from({ length: MAX_FIELDS }, (_, at) => ({
    kind: "character",
    name: `own_${at}`,
    label: `Own ${at}`,
    type: "line",
    required: true,
    aliases: [],
  })),
  required: ["character.age", "character.want", "character.flaw", "location.description"],
};

/** One of these for each step, in turn. They ask for more than there is, so that each has something to tell. */
const NEEDS = [
  "[{ entries: characters, at_least: 9000 }, { filled: character, percent: 100 }]",
  "[{ document: synopsis, words: 5000 }, { entries: scenes, at_least: 9000, where: { int_ext: EXT } }]",
  "[{ evidence: character, percent: 100 }, { entries: characters, at_least: 9000, confirmed: true, where: { role: lead } }]",
  "[{ document: treatment, words: 5000 }, { filled: location, percent: 100 }, { entries: props, at_least: 9000 }]",
];

const GUARDS = [
  "count.character >= 2 || confirmed.scene > 10",
  "words.synopsis > 100 && count.scene * 3 >= count.location",
  '"step-0" in done && film.format == "feature"',
  "confirmed.character * 100 >= count.character * 10",
];

const DEFINITIONS = STEPS.map(definition);

const dataDir = await mkdtemp(join(tmpdir(), "backlot-bench-"));
const database = await openDatabase<BacklotSchema>({ kind: "folder", dataDir });
try {
  await migrateStores(database.kysely);
  const stores = createPostgresStores(database.kysely);
  const films: Measured[] = [];
  for (const entries of SIZES)
    films.push({ entries, session: await prepare(stores, entries), times: new Map() });
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    // Side by side, so that a busy moment of the machine weighs on all alike.
    for (const film of films) await measureOnce(stores, film, round >= 0);
  }
  print(films);
} finally {
  await database.close();
  await rm(dataDir, { recursive: true });
}

/** A step for each number: they all stand side by side behind the first, which is done. */
function definition(steps: number): WorkflowDefinition {
  const lines = Array.from({ length: steps }, (_, at) => [
    `  - id: step-${at}`,
    `    name: Step ${at}`,
    `    requires: [${at === 0 ? "" : "step-0"}]`,
    `    needs: ${NEEDS[at % NEEDS.length]}`,
    `    guard: { that: ${JSON.stringify(GUARDS[at % GUARDS.length])}, because: "There is too little" }`,
    ...(at % 5 === 4 ? ['    branch: film.format != "documentary" && count.character < 9000'] : []),
  ]);
  const source = ["name: heavy", "title: Heavy", "steps:", ...lines.flat()].join("\n");
  const compiled = compileWorkflow(source, { schema: SCHEMA });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.definition;
}

interface Measured {
  readonly entries: number;
  readonly session: Session;
  /** Milliseconds of each call, by its name. */
  readonly times: Map<string, number[]>;
}

async function prepare(stores: Stores, entries: number): Promise<Session> {
  const paper = "They wait at the pier until it is light. "
    .repeat(MAX_DOCUMENT_CHARS)
    .slice(0, MAX_DOCUMENT_CHARS);
  const project = aProject({
    format: "feature",
    schema: SCHEMA,
    documents: Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, paper])),
    step_marks: { "step-0": { state: "completed", by: "u1", at: AT } },
  });
  const session = aSession(project);
  await stores.projects.create(project);
  await stores.sessions.create(session);
  for (let from = 0; from < entries; from += PER_COMMIT) {
    const some = Array.from({ length: Math.min(PER_COMMIT, entries - from) }, (_, at) =>
      entry(session, from + at),
    );
    await makeEntries(stores, session, ...some);
  }
  return session;
}

/** Of five: two characters, a scene, a location, a prop. */
function entry(session: Session, at: number): Entry {
  const values: Record<string, FactValue> = { description: `Number ${at}`, notes: "Said in passing" };
  const status = at % 3 === 0 ? "confirmed" : "draft";
  const made = (kind: "character" | "scene" | "location" | "prop", own: Record<string, FactValue>) =>
    anEntry(session, kind, `${kind} ${at}`, { ...values, ...own }, { status });
  switch (at % 5) {
    case 2:
      return made("scene", { int_ext: at % 2 === 0 ? "EXT" : "INT", set: "Pier" });
    case 3:
      return made("location", { int_ext: "EXT", atmosphere: "Cold" });
    case 4:
      return made("prop", { quantity: 1 });
    default:
      return made("character", { role: at % 4 === 0 ? "lead" : "support", age: 28, want: "To leave" });
  }
}

async function measureOnce(stores: Stores, { session, times }: Measured, counts: boolean): Promise<void> {
  const note = (name: string, began: number) => {
    if (counts) times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
  };
  const began = performance.now();
  const loaded = await stores.sessions.load(session.id);
  note("load", began);
  if (!loaded) throw new Error("The session is gone.");
  for (const workflow of DEFINITIONS) {
    // As new, so that nothing is known of it from the evaluation before.
    const project = { ...loaded.project, documents: { ...loaded.project.documents } };
    const film: Film = { ...loaded, project, workflow };
    if (!counts) expectAllAsked({ ...film, project: loaded.project });
    const from = performance.now();
    evaluateWorkflow(film);
    note(`${workflow.steps.length} steps`, from);
  }
}

/** That what is timed asks every guard but that of the step that is done. */
function expectAllAsked(film: Film): void {
  const asked = new Set<string>();
  const steps = film.workflow.steps.map((step) => {
    const { guard } = step;
    if (!guard) return step;
    const holds = (facts: GuardFacts) => {
      asked.add(step.id);
      return guard.holds(facts);
    };
    return { ...step, guard: { ...guard, holds } };
  });
  evaluateWorkflow({ ...film, workflow: { ...film.workflow, steps } });
  if (asked.size !== steps.length - 1) throw new Error(`${asked.size} of ${steps.length} guards were asked.`);
}

function print(films: readonly Measured[]): void {
  const of = ({ times }: Measured, name: string, share: number) =>
    percentile(
      (times.get(name) ?? []).sort((a, b) => a - b),
      share,
    );
  const heads = ["load", ...STEPS.map((steps) => `${steps} steps`)];
  for (const [share, words] of [
    [0.5, "median"],
    [0.95, "95 of 100 within"],
  ] as const) {
    table(
      `Where a film stands, ms: to load it, and to evaluate so many steps (${words})`,
      ["entries", ...heads],
      films.map((film) => [String(film.entries), ...heads.map((name) => of(film, name, share))]),
    );
  }
  const film = films.find(({ entries }) => entries === GOAL.entries);
  const worst = film ? of(film, `${GOAL.steps} steps`, 0.95) : Number.POSITIVE_INFINITY;
  process.stdout.write(
    `\nGoal: ${GOAL.steps} steps over ${GOAL.entries} entries under ${GOAL.ms} ms: ${worst < GOAL.ms ? "met" : "missed"} (${worst.toFixed(2)} ms for 95 of 100).\n`,
  );
}
