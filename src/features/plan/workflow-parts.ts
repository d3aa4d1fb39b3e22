import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Clock } from "../../ports/clock.ts";
import type { WorkflowStore } from "../../ports/workflow-store.ts";
import { type Compiled, compileWorkflow } from "./definition/compile-workflow.ts";
import type { ShippedWorkflows } from "./definitions.ts";

export interface WorkflowParts {
  readonly workflows: WorkflowStore;
  readonly shipped: ShippedWorkflows;
  readonly blobs: Blobs;
  readonly clock: Clock;
}

/** A workflow as a text with what people call it. */
export interface NamedSource {
  readonly label: string;
  readonly name: string;
  readonly source: string;
  /** Absent for one that Backlot ships. */
  readonly version?: number;
}

/** The text of the workflow that the project follows now. */
export async function currentSource(parts: WorkflowParts, { project }: Turn): Promise<NamedSource> {
  const own =
    project.workflow_version === undefined
      ? undefined
      : await ownSource(parts, project.id, project.workflow_version);
  return own ?? shippedSource(parts, project.workflow) ?? shippedSource(parts, "film") ?? EMPTY;
}

const EMPTY: NamedSource = { label: "an empty workflow", name: "film", source: "" };

/** By "3", "version 3", "v3", or the name of a shipped one. Throws UserError for what the project does not have. */
export async function findSource(
  parts: WorkflowParts,
  { project }: Turn,
  words: string,
): Promise<NamedSource> {
  const key = words.trim().toLowerCase();
  const version = /^(?:version\s*|v)?(\d{1,9})$/.exec(key)?.[1];
  const found =
    version === undefined ? shippedSource(parts, key) : await ownSource(parts, project.id, Number(version));
  if (found) return found;
  const names = [...parts.shipped.keys()].join(", ");
  throw new UserError(
    "not_found",
    version === undefined
      ? `There is no workflow “${words.trim().slice(0, 40)}”.`
      : `This project's workflow has no version ${version}.`,
    `Type /workflow versions to see what there is, or use one of: ${names}.`,
  );
}

function shippedSource({ shipped }: WorkflowParts, name: string): NamedSource | undefined {
  const found = shipped.get(name);
  return found && { label: `${name} as shipped`, name, source: found.source };
}

async function ownSource(
  { workflows }: WorkflowParts,
  projectId: string,
  version: number,
): Promise<NamedSource | undefined> {
  const found = await workflows.get(projectId, version);
  return found && { label: `version ${version}`, name: found.name, source: found.source, version };
}

/** As the project understands it, with its own kinds. */
export const compileFor = ({ project }: Turn, source: string, version?: number): Compiled =>
  compileWorkflow(source, { schema: schemaOf(project), version });
