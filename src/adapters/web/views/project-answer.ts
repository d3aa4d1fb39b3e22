import type { Counts } from "../../../domain/bible/kinds.ts";
import type { Project } from "../../../domain/project.ts";
import type { ProjectAnswer } from "../schemas/project.ts";

export function projectAnswer(
  { workspace_id: _workspace, access: _access, ...project }: Project,
  counts: Counts,
): ProjectAnswer {
  const { logline } = project.documents;
  return { ...project, ...(logline === undefined ? {} : { logline }), counts: { ...counts } };
}
