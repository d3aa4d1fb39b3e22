import { z } from "zod";
import { EntryKind } from "../../../domain/bible/kinds.ts";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup, missing } from "../lookup.ts";
import { EntryAnswer } from "../schemas/entry.ts";
import { refusals } from "../schemas/error.ts";
import { ProjectAnswer } from "../schemas/project.ts";
import { SentId } from "../schemas/text.ts";
import { WorkflowAnswer } from "../schemas/workflow.ts";
import { entryAnswer } from "../views/entry-answer.ts";
import { projectAnswer } from "../views/project-answer.ts";
import { workflowAnswer } from "../views/workflow-answer.ts";

const tags = ["projects"];
const params = z.object({ id: SentId });
const MAX_PROJECTS = 200;
const MAX_ENTRIES = 2_000;

const BibleQuery = z.object({
  kind: EntryKind.optional(),
  after: SentId.optional().describe("The last entry of the page before: `next` of its answer."),
  limit: z.coerce.number().int().min(1).max(MAX_ENTRIES).default(1_000),
});
const BiblePage = z.object({
  entries: z.array(EntryAnswer),
  next: z.string().optional().describe("Give it as `after` for the entries that follow."),
});

export function projectRoutes(app: WebApp, deps: WebDeps): void {
  const { projects, bible } = deps.stores;

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
    "/api/v1/projects/:id/bible",
    {
      schema: {
        tags,
        summary: "The story bible: by name, scenes in order of making",
        params,
        querystring: BibleQuery,
        response: { ...refusals(404), 200: BiblePage },
      },
    },
    async ({ caller, params, query: { kind, after, limit } }) => {
      const lookup = createLookup(deps, caller);
      const project = await lookup.project(params.id);
      if (after !== undefined && (await lookup.entry(after)).project_id !== project.id)
        throw missing("entry", after);
      const filter = {
        ...(kind === undefined ? {} : { kind }),
        ...(after === undefined ? {} : { after }),
        limit: limit + 1,
      };
      const entries = await bible.list(project.id, filter);
      const page = entries.slice(0, limit);
      const last = entries.length > limit ? page.at(-1) : undefined;
      return { entries: page.map(entryAnswer), ...(last === undefined ? {} : { next: last.id }) };
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
      return workflowAnswer(deps, project, await projects.counts(project.id));
    },
  );
}
