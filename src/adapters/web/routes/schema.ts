import { z } from "zod";
import type { SchemaEdit } from "../../../domain/bible/edit-schema.ts";
import { schemaOf } from "../../../domain/project.ts";
import type { WebApp } from "../app.ts";
import { callCommand, sessionToActIn } from "../command-call.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup } from "../lookup.ts";
import { refusals } from "../schemas/error.ts";
import { SchemaAnswer, SchemaBody } from "../schemas/project-schema.ts";
import { SentId } from "../schemas/text.ts";
import { RunningTurn } from "../schemas/turn.ts";

const tags = ["projects"];
const params = z.object({ id: SentId });
const ROUTE = "/api/v1/projects/:id/schema";

/** What a film's bible holds beyond the trade's own kinds and fields. */
export function schemaRoutes(app: WebApp, deps: WebDeps): void {
  app.get(
    ROUTE,
    {
      schema: {
        tags,
        summary: "The film's own kinds and fields, and what must be filled in",
        params,
        response: { ...refusals(404), 200: SchemaAnswer },
      },
    },
    async ({ caller, params }) => schemaOf(await createLookup(deps, caller).project(params.id)),
  );

  app.put(
    ROUTE,
    {
      schema: {
        tags,
        summary: "Set them all at once; takes the role of a producer",
        description:
          "What entries hold in a field or a kind that is left out stays in the bible and is shown, but is no longer changed.",
        params,
        body: SchemaBody,
        response: { ...refusals(400, 404, 409, 415), 200: SchemaAnswer, 202: RunningTurn },
      },
    },
    async ({ caller, params, body }, reply) => {
      const lookup = createLookup(deps, caller);
      const session = await sessionToActIn(deps, undefined, await lookup.project(params.id));
      const { kinds, fields, required } = body;
      const edit: SchemaEdit = { do: "replace", schema: { kinds, fields, required } };
      const call = { session, command: "schema", options: { change: JSON.stringify(edit) }, text: "/schema" };
      return callCommand(deps, { caller, body, reply }, call, async () =>
        schemaOf(await lookup.project(params.id)),
      );
    },
  );
}
