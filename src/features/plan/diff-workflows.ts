import { pluralOf } from "../../domain/bible/kind-words.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { GateDefinition, StepDefinition, WorkflowDefinition } from "../../domain/workflow/definition.ts";
import { hooksWords, listed, needsWords } from "./need-words.ts";

/** What differs, how it is in the one, how it is in the other. */
export type DiffRow = readonly [what: string, a: string, b: string];

const NONE = "–";

/** How two workflows differ, in words: what they are, their gates, and each step by its id, field by field. */
export function diffWorkflows(a: WorkflowDefinition, b: WorkflowDefinition, own: ProjectSchema): DiffRow[] {
  return [
    ...changed("Name", a.name, b.name),
    ...changed("Title", a.title, b.title),
    ...gateRows(a, b, own),
    ...orderRow(a, b),
    ...stepRows(a, b, own),
  ];
}

const changed = (what: string, a: string, b: string): DiffRow[] => (a === b ? [] : [[what, a, b]]);

function gateRows(a: WorkflowDefinition, b: WorkflowDefinition, own: ProjectSchema): DiffRow[] {
  const kinds = [...new Set([...a.gates, ...b.gates].map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const words = (gate: GateDefinition | undefined) =>
      gate ? `${needsWords(gate.needs, own)}: ${gate.because}` : NONE;
    const [old, now] = [a, b].map(({ gates }) => words(gates.find((gate) => gate.kind === kind)));
    return changed(`Before ${pluralOf(kind, own)}`, old ?? NONE, now ?? NONE);
  });
}

/** Only where steps that both have stand in another order. */
function orderRow(a: WorkflowDefinition, b: WorkflowDefinition): DiffRow[] {
  const there = new Set(a.steps.map(({ id }) => id));
  const both = new Set(b.steps.flatMap(({ id }) => (there.has(id) ? [id] : [])));
  const order = ({ steps }: WorkflowDefinition) =>
    steps.flatMap(({ id, name }) => (both.has(id) ? [{ id, name }] : []));
  const [old, now] = [order(a), order(b)];
  if (old.every(({ id }, index) => now[index]?.id === id)) return [];
  return [
    ["Order", ...([old, now].map((steps) => steps.map(({ name }) => name).join(", ")) as [string, string])],
  ];
}

function stepRows(a: WorkflowDefinition, b: WorkflowDefinition, own: ProjectSchema): DiffRow[] {
  const old = new Map(a.steps.map((step) => [step.id, step]));
  const now = new Map(b.steps.map((step) => [step.id, step]));
  const removed = a.steps.filter(({ id }) => !now.has(id));
  return [
    ...b.steps.flatMap((step): DiffRow[] => {
      const before = old.get(step.id);
      if (!before) return [[step.name, NONE, `added: ${summary(step, own)}`]];
      const [was, is] = [fieldsOf(before, a, own), fieldsOf(step, b, own)];
      return Object.keys(is).flatMap((field) =>
        changed(`${before.name}: ${field}`, was[field] ?? NONE, is[field] ?? NONE),
      );
    }),
    ...removed.map(({ name }): DiffRow => [name, "there", "removed"]),
  ];
}

const summary = (step: StepDefinition, own: ProjectSchema): string =>
  step.needs.length === 0 ? "done when somebody says so" : `needs ${needsWords(step.needs, own)}`;

/** All that a definition says of a step, in words. */
function fieldsOf(
  step: StepDefinition,
  workflow: WorkflowDefinition,
  own: ProjectSchema,
): Readonly<Record<string, string>> {
  const names = new Map(workflow.steps.map(({ id, name }) => [id, name]));
  const kinds = (list: StepDefinition["makes"]) => listed(list.map((kind) => pluralOf(kind, own)));
  return {
    name: step.name,
    after: listed(step.requires.map((id) => names.get(id) ?? id)),
    needs: needsWords(step.needs, own),
    guard: step.guard ? `${step.guard.source}: ${step.guard.because}` : NONE,
    "only when": step.branch?.source ?? NONE,
    makes: kinds(step.makes),
    uses: kinds(step.uses),
    "may be skipped": step.skippable ? "yes" : "no",
    minutes: String(step.minutes),
    difficulty: step.difficulty,
    impact: step.impact,
    "then sets off": hooksWords(step.hooks, own),
  };
}
