import { type Counts, NO_COUNTS } from "../../src/domain/bible/kinds.ts";
import { NO_TALLIES, type Tallies } from "../../src/domain/bible/tallies.ts";
import type { Project } from "../../src/domain/project.ts";
import type { WorkflowDefinition } from "../../src/domain/workflow/definition.ts";
import type { Film } from "../../src/domain/workflow/film.ts";
import { film } from "./workflows.ts";

export interface FilmParts {
  readonly project?: Partial<Project>;
  readonly counts?: Partial<Counts>;
  readonly tallies?: Tallies;
  readonly workflow?: WorkflowDefinition;
}

/** A film with nothing in it but what is given; it follows the feature film's workflow unless told otherwise. */
export function filmOf({ project, counts, tallies = NO_TALLIES, workflow = film }: FilmParts = {}): Film {
  return {
    workflow,
    project: {
      id: "prj_1",
      workspace_id: "ws_1",
      title: "Night Shift",
      workflow: workflow.name,
      documents: {},
      step_marks: {},
      created_by: "usr_1",
      created_at: "2026-11-22T10:00:00.000Z",
      version: 1,
      ...project,
    },
    counts: { ...NO_COUNTS, ...counts } as Counts,
    tallies,
  };
}
