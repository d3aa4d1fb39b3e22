import { readFileSync } from "node:fs";
import { EMPTY_SCHEMA } from "../domain/bible/project-schema.ts";
import { AppError } from "../domain/errors.ts";
import { type Project, WorkflowName } from "../domain/project.ts";
import type { WorkflowDefinition } from "../domain/workflow/definition.ts";
import { compileWorkflow } from "../features/plan/definition/compile-workflow.ts";
import type { ShippedWorkflow } from "../features/plan/definitions.ts";

/** Reads and compiles the shipped workflows once. Throws `internal` when one of them is wrong. */
export const SHIPPED: ReadonlyMap<WorkflowName, ShippedWorkflow> = new Map(
  WorkflowName.options.map((name) => [name, readShipped(name)]),
);

/** The shipped workflow that a project follows. */
export function shippedOf({ workflow }: Pick<Project, "workflow">): WorkflowDefinition {
  const name = WorkflowName.safeParse(workflow);
  const found = SHIPPED.get(name.success ? name.data : "film");
  if (found) return found.definition;
  throw new AppError("internal", `There is no workflow ${workflow}.`);
}

function readShipped(name: WorkflowName): ShippedWorkflow {
  const source = readFileSync(new URL(`../workflows/${name}.yaml`, import.meta.url), "utf8");
  const compiled = compileWorkflow(source, { schema: EMPTY_SCHEMA });
  if (compiled.ok) return { definition: compiled.definition, source };
  const lines = compiled.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  throw new AppError("internal", `The workflow ${name}.yaml is wrong: ${lines.join(" ")}`);
}
