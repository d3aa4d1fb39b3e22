import { z } from "zod";
import { UserError } from "../../../domain/errors.ts";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup } from "../lookup.ts";
import { makeProject, makeSession } from "../open-session.ts";
import { refusals } from "../schemas/error.ts";
import { NewSession, SessionMade, SessionPage, SessionSummary } from "../schemas/session.ts";
import { SentId } from "../schemas/text.ts";
import { UserId } from "../schemas/who.ts";
import { checkClaim, personOf } from "../security/caller.ts";
import { readSessionPage } from "../session-page.ts";
import { sessionAnswer } from "../views/session-answer.ts";

const tags = ["sessions"];
const ListQuery = z.object({
  user_id: UserId.optional(),
  project_id: SentId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: SentId.optional().describe("The id of a message: the page that ends before it."),
});

export function sessionRoutes(app: WebApp, deps: WebDeps): void {
  app.post(
    "/api/v1/chat/sessions",
    {
      schema: {
        tags,
        summary: "Start a conversation, in a new film or an existing one",
        body: NewSession,
        response: { ...refusals(400, 404, 415), 201: SessionMade },
      },
    },
    async ({ caller, body }, reply) => {
      const person = personOf(caller, body);
      if (body.project_id !== undefined && body.project !== undefined) {
        throw new UserError(
          "invalid",
          "`project_id` and `project` exclude each other.",
          "Name an existing film or describe a new one.",
        );
      }
      const project =
        body.project_id === undefined
          ? await makeProject(deps, caller, person, body.project)
          : await createLookup(deps, caller).project(body.project_id);
      const session = await makeSession(deps, caller, { person, project, title: body.title });
      return reply.code(201).send({ session_id: session.id, project_id: project.id, title: session.title });
    },
  );

  app.get(
    "/api/v1/chat/sessions",
    {
      schema: {
        tags,
        summary: "Sessions, latest talk first",
        querystring: ListQuery,
        response: { ...refusals(), 200: z.object({ sessions: z.array(SessionSummary) }) },
      },
    },
    async ({ caller, query }) => {
      checkClaim(caller, query.user_id);
      const { id } = await deps.workspaceOf(caller);
      const by = query.user_id ?? caller.user_id;
      const filter = {
        workspace_id: id,
        ...(by === undefined ? {} : { created_by: by }),
        ...(query.project_id === undefined ? {} : { project_id: query.project_id }),
      };
      const sessions = await deps.stores.sessions.list(filter, query.limit);
      const ids = [...new Set(sessions.map((session) => session.project_id))];
      const projects = await Promise.all(ids.map((projectId) => deps.stores.projects.get(projectId)));
      const titles = new Map(projects.map((project) => [project?.id, project?.title]));
      return {
        sessions: sessions.map((session) => ({
          ...sessionAnswer(session),
          project_title: titles.get(session.project_id) ?? "",
        })),
      };
    },
  );

  app.get(
    "/api/v1/chat/session/:id",
    {
      schema: {
        tags,
        summary: "A session with a page of its messages and the state of its film",
        params: z.object({ id: SentId }),
        querystring: PageQuery,
        response: { ...refusals(404), 200: SessionPage },
      },
    },
    async ({ caller, params, query }) => readSessionPage(deps, caller, params.id, query),
  );
}
