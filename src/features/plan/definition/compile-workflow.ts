import type { ProjectSchema } from "../../../domain/bible/project-schema.ts";
import type {
  GateDefinition,
  StepDefinition,
  WorkflowDefinition,
} from "../../../domain/workflow/definition.ts";
import { createExpressions, type Expressions } from "./expression.ts";
import { hooksOf } from "./hooks.ts";
import { needsOf } from "./needs.ts";
import { orderSteps } from "./order-steps.ts";
import { below, type DefinitionProblem, type Finding, type Report } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";
import { kindOf } from "./words.ts";
import { readWorkflowFile, type StepLines, type WorkflowFile } from "./workflow-file.ts";

const MAX_PROBLEMS = 100;

export type Compiled =
  | { readonly ok: true; readonly definition: WorkflowDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/**
 * Turns the text of a workflow into its definition. `schema` tells which kinds of entry the project adds, `version` is
 * that of a project's own definition. Pure, and never throws for any text: all that is wrong comes back with its line,
 * in the order of the file.
 */
export function compileWorkflow(
  source: string,
  options: { readonly schema: ProjectSchema; readonly version?: number | undefined },
): Compiled {
  const yaml = readYaml(source);
  if (!yaml.ok) return yaml;
  const shape = readWorkflowFile(yaml.value);
  if (!shape.ok) return { ok: false, problems: inOrder(shape.findings.map(yaml.locate)) };
  const findings: Finding[] = [];
  const definition = build(shape.file, options.schema, (finding) => findings.push(finding));
  if (findings.length > 0) return { ok: false, problems: inOrder(findings.map(yaml.locate)) };
  return {
    ok: true,
    definition: options.version === undefined ? definition : { ...definition, version: options.version },
  };
}

const inOrder = (problems: readonly DefinitionProblem[]): DefinitionProblem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.column - b.column).slice(0, MAX_PROBLEMS);

function build(file: WorkflowFile, schema: ProjectSchema, report: Report): WorkflowDefinition {
  const ids = file.steps.map(({ id }) => id);
  const expressions = createExpressions(schema, ids);
  const built = new Map(
    file.steps.map((step, index) => [
      step.id,
      buildStep(step, schema, expressions, below(report, "steps", index)),
    ]),
  );
  const order = orderSteps(file.steps, below(report, "steps"));
  return {
    name: file.name,
    title: file.title,
    steps: order.flatMap(({ id }) => built.get(id) ?? []),
    gates: buildGates(file, schema, below(report, "gates")),
  };
}

function buildStep(
  step: StepLines,
  schema: ProjectSchema,
  expressions: Expressions,
  report: Report,
): StepDefinition {
  const kinds = (list: "makes" | "uses") => [
    ...new Set(step[list].flatMap((word, at) => kindOf(word, schema, below(report, list, at)) ?? [])),
  ];
  const guard = step.guard && expressions.guard(step.guard.that, below(report, "guard", "that"));
  const branch =
    step.branch === undefined ? undefined : expressions.branch(step.branch, below(report, "branch"));
  return {
    id: step.id,
    name: step.name,
    requires: [...new Set(step.requires)],
    needs: needsOf(step.needs, schema, below(report, "needs")),
    ...(step.guard && guard ? { guard: { ...guard, because: step.guard.because } } : {}),
    ...(branch ? { branch } : {}),
    makes: kinds("makes"),
    uses: kinds("uses"),
    skippable: step.skip,
    minutes: step.minutes,
    difficulty: step.difficulty,
    impact: step.impact,
    hooks: hooksOf(step.on_complete, schema, below(report, "on_complete")),
  };
}

function buildGates(file: WorkflowFile, schema: ProjectSchema, report: Report): GateDefinition[] {
  const gates = new Map<string, GateDefinition>();
  for (const [word, gate] of Object.entries(file.gates)) {
    const needs = needsOf(gate.needs, schema, below(report, word, "needs"));
    const kind = kindOf(word, schema, (finding) => report({ ...finding, path: [word], atKey: true }));
    if (!kind) continue;
    if (gates.has(kind))
      report({ path: [word], atKey: true, message: `“${kind}” has a gate already; keep one.` });
    gates.set(kind, { kind, needs, because: gate.because });
  }
  return [...gates.values()];
}
