import { z } from "zod";
import { StaleMark } from "../../../domain/bible/stale.ts";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup } from "../lookup.ts";
import { refusals } from "../schemas/error.ts";
import { SentId } from "../schemas/text.ts";

const params = z.object({ id: SentId });
const MAX_MARKS = 500;

const StaleQuery = z.object({
  dependant_id: SentId.optional().describe("An entry's id, or <project id>:<document>."),
  limit: z.coerce.number().int().min(1).max(MAX_MARKS).default(100),
});
const StaleAnswer = z.object({ marks: z.array(StaleMark.meta({ id: "StaleMark" })) });

/** What was made from something that changed since. */
export function staleRoutes(app: WebApp, deps: WebDeps): void {
  app.get(
    "/api/v1/projects/:id/stale",
    {
      schema: {
        tags: ["projects"],
        summary: "What may be out of date, with the reasons, newest first",
        params,
        querystring: StaleQuery,
        response: { ...refusals(404), 200: StaleAnswer },
      },
    },
    async ({ caller, params, query: { dependant_id, limit } }) => {
      const project = await createLookup(deps, caller).project(params.id);
      const dependants = dependant_id === undefined ? {} : { dependant_ids: [dependant_id] };
      const marks = await deps.stores.stale.list({ project_id: project.id, ...dependants }, limit);
      return { marks: [...marks] };
    },
  );
}
