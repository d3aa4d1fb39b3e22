import type { CustomKind } from "../../domain/bible/project-schema.ts";
import { type Project, schemaOf } from "../../domain/project.ts";
import type { WorkflowDefinition } from "../../domain/workflow/definition.ts";
import { deepEqual } from "../../lib/deep-equal.ts";
import type { WorkflowStore } from "../../ports/workflow-store.ts";
import { compileWorkflow } from "./definition/compile-workflow.ts";

/** A few hundred compiled definitions are a few megabytes. */
const MAX_CACHED = 300;

/** A workflow that comes with Backlot: compiled, and as the text that a team starts from. */
export interface ShippedWorkflow {
  readonly definition: WorkflowDefinition;
  readonly source: string;
}
export type ShippedWorkflows = ReadonlyMap<string, ShippedWorkflow>;

export interface Definitions {
  /**
   * The workflow that a project follows. At once when it is a shipped one or was asked for before. One that cannot be
   * used any more (a kind it counts is gone) never stops the talk: the film is then a free list whose title says so.
   */
  of(project: Project): WorkflowDefinition | Promise<WorkflowDefinition>;
}

interface Cached {
  /** What its words were understood by. */
  readonly kinds: readonly CustomKind[];
  readonly definition: WorkflowDefinition;
}

export function createDefinitions(parts: {
  readonly shipped: ShippedWorkflows;
  readonly workflows: WorkflowStore;
}): Definitions {
  const cache = new Map<string, Cached>();
  return {
    of: (project) => {
      const version = project.workflow_version;
      if (version === undefined)
        return parts.shipped.get(project.workflow)?.definition ?? freeInstead(parts.shipped, project);
      const key = `${project.id} ${version}`;
      const { kinds } = schemaOf(project);
      const known = cache.get(key);
      if (known && deepEqual(known.kinds, kinds)) return known.definition;
      return compileStored(parts, project, version).then((definition) => {
        // Last in, last out: what is compiled anew goes to the end.
        cache.delete(key);
        cache.set(key, { kinds, definition });
        const [oldest] = cache.keys();
        if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
        return definition;
      });
    },
  };
}

async function compileStored(
  { shipped, workflows }: { readonly shipped: ShippedWorkflows; readonly workflows: WorkflowStore },
  project: Project,
  version: number,
): Promise<WorkflowDefinition> {
  const stored = await workflows.get(project.id, version);
  const compiled = stored && compileWorkflow(stored.source, { schema: schemaOf(project), version });
  return compiled?.ok ? compiled.definition : freeInstead(shipped, project);
}

function freeInstead(shipped: ShippedWorkflows, { workflow, workflow_version }: Project): WorkflowDefinition {
  const free = shipped.get("free")?.definition ?? { name: "free", title: "Free", steps: [], gates: [] };
  const which =
    workflow_version === undefined ? `“${workflow}”` : `version ${workflow_version} of “${workflow}”`;
  return { ...free, title: `${free.title} (${which} cannot be used as it is; /workflow validate says why)` };
}
