import { z } from "zod";
import { UserError } from "../../../domain/errors.ts";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup } from "../lookup.ts";
import { makeProject, makeSession } from "../open-session.ts";
import { refusals } from "../schemas/error.ts";
import { NewSession, SessionMade, SessionPage } from "../schemas/session.ts";
import { SentId } from "../schemas/text.ts";
import { personOf } from "../security/caller.ts";
import { readSessionPage } from "../session-page.ts";

const tags = ["sessions"];
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
