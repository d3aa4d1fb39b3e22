import { DOCUMENT_KINDS } from "../../../../src/domain/project.ts";
import type { Guard, GuardFacts, Need, StepDefinition } from "../../../../src/domain/workflow/definition.ts";
import type { StepState } from "../../../../src/domain/workflow/step-view.ts";
import { KINDS } from "./any-workflow.ts";
import { PROFILES, type Profile, type World } from "./walk-world.ts";

export interface Oracle {
  /** By step of this film, in order. */
  readonly states: ReadonlyMap<string, StepState>;
  readonly passed: ReadonlySet<string>;
  readonly percent: number;
}

const count = ({ stock }: World, which: (profile: Profile) => boolean): number =>
  PROFILES.reduce((sum, profile, at) => sum + (which(profile) ? (stock[at] ?? 0) : 0), 0);

const words = ({ project }: World, document: string): number =>
  ((project.documents as Record<string, string>)[document] ?? "").split(" ").filter((word) => word !== "")
    .length;

/** What the words of a need mean, counted by looking at everything. */
export function isMet(world: World, need: Need): boolean {
  switch (need.type) {
    case "document":
      return words(world, need.document) >= (need.words ?? 1);
    case "count":
      return (
        count(
          world,
          ({ kind, confirmed, lead }) =>
            kind === need.kind && (!need.confirmed || confirmed) && (!need.where || lead),
        ) >= need.count
      );
    case "evidence": {
      const of = PROFILES.map((profile, at) => ({ ...profile, number: world.stock[at] ?? 0 }));
      const sum = (what: "facts" | "evidenced") =>
        of.reduce((all, each) => all + (each.kind === need.kind ? each[what] * each.number : 0), 0);
      return sum("facts") > 0 && (100 * sum("evidenced")) / sum("facts") >= need.percent;
    }
    case "filled":
      throw new Error("no such need is walked");
  }
}

function factsOf(world: World, done: readonly string[]): GuardFacts {
  const by = (confirmed: boolean) =>
    Object.fromEntries(
      KINDS.map((kind) => [
        kind,
        count(world, (profile) => profile.kind === kind && (!confirmed || profile.confirmed)),
      ]),
    );
  return {
    film: { title: world.project.title, format: world.project.format ?? "feature" },
    count: by(false),
    confirmed: by(true),
    words: Object.fromEntries(DOCUMENT_KINDS.map((document) => [document, words(world, document)])),
    done,
  };
}

export function stepsOf(world: World): readonly StepDefinition[] {
  const holds = (guard: Guard | undefined) => !guard || guard.holds(factsOf(world, []));
  return world.workflow.steps.filter(({ branch }) => holds(branch));
}

/** Where each step must stand, read off the definition of the states, one step at a time. */
export function oracleOf(world: World): Oracle {
  const steps = stepsOf(world);
  const markOf = (id: string) => world.project.step_marks[id]?.state;
  const isPassed = ({ id, needs }: StepDefinition) =>
    markOf(id) === "completed" ||
    markOf(id) === "skipped" ||
    (needs.length > 0 && needs.every((need) => isMet(world, need)));
  const passed = new Set(steps.filter(isPassed).map(({ id }) => id));
  const facts = factsOf(world, [...passed]);
  const states = new Map<string, StepState>();
  for (const step of steps) {
    const waits = step.requires.some((id) => steps.some((each) => each.id === id) && !passed.has(id));
    if (passed.has(step.id)) states.set(step.id, markOf(step.id) === "skipped" ? "skipped" : "completed");
    else if (markOf(step.id) === "opened") states.set(step.id, "available");
    else if (waits) states.set(step.id, "locked");
    else states.set(step.id, !step.guard || step.guard.holds(facts) ? "available" : "blocked");
  }
  const open = [...states].filter(([, state]) => state === "available").map(([id]) => id);
  const chosen = world.project.active_step;
  const active = chosen !== undefined && open.includes(chosen) ? chosen : open[0];
  if (active !== undefined) states.set(active, "active");
  const percent = steps.length === 0 ? 100 : Math.round((100 * passed.size) / steps.length);
  return { states, passed, percent };
}

/** Everything built on a step, found by going down from it. */
export function builtOn(world: World, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const down = (from: string): void => {
    for (const step of world.workflow.steps) {
      if (!step.requires.includes(from) || found.has(step.id)) continue;
      found.add(step.id);
      down(step.id);
    }
  };
  down(id);
  return found;
}
