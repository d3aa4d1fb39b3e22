import { z } from "zod";
import { PublicChange } from "../../../chat/frame.ts";
import { AppError } from "../../../domain/errors.ts";
import type { WebApp } from "../app.ts";
import { callCommand, sessionToActIn } from "../command-call.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup, missing } from "../lookup.ts";
import { refusals } from "../schemas/error.ts";
import { SentId } from "../schemas/text.ts";
import { RunningTurn } from "../schemas/turn.ts";
import { WhoOrNobody } from "../schemas/who.ts";
import { publicChange } from "../views/public-change.ts";

const tags = ["changes"];
const params = z.object({ id: SentId });
const HistoryQuery = z.object({
  entry_id: SentId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: SentId.optional().describe("The id of a change: what came before it."),
});

export function changeRoutes(app: WebApp, deps: WebDeps): void {
  app.get(
    "/api/v1/projects/:id/history",
    {
      schema: {
        tags,
        summary: "What was changed, newest first",
        params,
        querystring: HistoryQuery,
        response: { ...refusals(404), 200: z.object({ changes: z.array(PublicChange) }) },
      },
    },
    async ({ caller, params, query: { entry_id, before, limit } }) => {
      const lookup = createLookup(deps, caller);
      const project = await lookup.project(params.id);
      if (before !== undefined && (await lookup.change(before)).project.id !== project.id)
        throw missing("change", before);
      if (entry_id !== undefined && (await lookup.entry(entry_id)).project_id !== project.id)
        throw missing("entry", entry_id);
      const filter = { project_id: project.id, ...(entry_id === undefined ? {} : { entry_id }) };
      const changes = await deps.stores.bible.history(filter, limit, before);
      return { changes: changes.map(publicChange) };
    },
  );

  app.post(
    "/api/v1/changes/:id/undo",
    {
      schema: {
        tags,
        summary: "Take a change back; answers the change that reverses it",
        params,
        body: WhoOrNobody,
        response: { ...refusals(400, 404, 409, 415), 200: PublicChange, 202: RunningTurn },
      },
    },
    async ({ caller, params, body }, reply) => {
      const { change, project } = await createLookup(deps, caller).change(params.id);
      const session = await sessionToActIn(deps, change.session_id, project);
      const call = {
        session,
        command: "undo",
        options: { change: change.id },
        text: `/undo change=${change.id}`,
      };
      return callCommand(deps, { caller, body, reply }, call, async ({ changes }) => {
        const reverse = changes.find(({ undoes }) => undoes === change.id) ?? changes[0];
        if (reverse === undefined) throw new AppError("internal", "an undo that succeeded changed nothing");
        return reverse;
      });
    },
  );
}
