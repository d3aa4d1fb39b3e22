import { SHIPPED } from "../../src/app/workflows.ts";
import type { WorkflowName } from "../../src/domain/project.ts";
import type { WorkflowDefinition } from "../../src/domain/workflow/definition.ts";

const shipped = (name: WorkflowName): WorkflowDefinition => {
  const workflow = SHIPPED.get(name);
  if (!workflow) throw new Error(`There is no shipped workflow ${name}`);
  return workflow.definition;
};

/** The workflows that Backlot ships, compiled. */
export const film = shipped("film");
export const short = shipped("short");
export const free = shipped("free");
