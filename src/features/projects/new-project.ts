import type { Project } from "../../domain/project.ts";

/** An empty project, as every way of making one begins. */
export function newProject(input: {
  id: string;
  workspace_id: string;
  title: string;
  by: string;
  at: string;
  workflow?: Project["workflow"];
  logline?: string;
}): Project {
  return {
    id: input.id,
    workspace_id: input.workspace_id,
    title: input.title,
    workflow: input.workflow ?? "film",
    documents: input.logline === undefined ? {} : { logline: input.logline },
    step_marks: {},
    created_by: input.by,
    created_at: input.at,
    version: 1,
  };
}
