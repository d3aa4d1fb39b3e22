import { z } from "zod";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup } from "../lookup.ts";
import { refusals } from "../schemas/error.ts";
import { ProjectAnswer } from "../schemas/project.ts";
import { SentId } from "../schemas/text.ts";
import { WorkflowAnswer } from "../schemas/workflow.ts";
import { projectAnswer } from "../views/project-answer.ts";
import { workflowAnswer } from "../views/workflow-answer.ts";

const tags = ["projects"];
const params = z.object({ id: SentId });
const MAX_PROJECTS = 200;

export function projectRoutes(app: WebApp, deps: WebDeps): void {
  const { projects } = deps.stores;

  app.get(
    "/api/v1/projects",
    {
      schema: {
        tags,
        summary: "Films, newest first",
        response: { ...refusals(), 200: z.object({ projects: z.array(ProjectAnswer) }) },
      },
    },
    async ({ caller }) => {
      const { id } = await deps.workspaceOf(caller);
      const found = await projects.list(id, MAX_PROJECTS);
      const counts = await Promise.all(found.map((project) => projects.counts(project.id)));
      return {
        projects: found.flatMap((project, index) =>
          counts[index] ? [projectAnswer(project, counts[index])] : [],
        ),
      };
    },
  );

  app.get(
    "/api/v1/projects/:id",
    {
      schema: {
        tags,
        summary: "A film, with how much its bible holds",
        params,
        response: { ...refusals(404), 200: ProjectAnswer },
      },
    },
    async ({ caller, params }) => {
      const project = await createLookup(deps, caller).project(params.id);
      return projectAnswer(project, await projects.counts(project.id));
    },
  );

  app.get(
    "/api/v1/projects/:id/workflow",
    {
      schema: {
        tags,
        summary: "Where the film stands, and what may come next",
        params,
        response: { ...refusals(404), 200: WorkflowAnswer },
      },
    },
    async ({ caller, params }) => {
      const project = await createLookup(deps, caller).project(params.id);
      return workflowAnswer(deps, project, await projects.totals(project.id));
    },
  );
}
