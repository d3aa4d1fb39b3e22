import { z } from "zod";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { refusals } from "../schemas/error.ts";
import { SessionSummary } from "../schemas/session.ts";
import { SentId } from "../schemas/text.ts";
import { UserId } from "../schemas/who.ts";
import { checkClaim } from "../security/caller.ts";
import { sessionAnswer } from "../views/session-answer.ts";

const ListQuery = z.object({
  user_id: UserId.optional(),
  project_id: SentId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

export function sessionListRoutes(app: WebApp, deps: WebDeps): void {
  app.get(
    "/api/v1/chat/sessions",
    {
      schema: {
        tags: ["sessions"],
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
}
