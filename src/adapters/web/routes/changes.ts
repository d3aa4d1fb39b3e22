import { z } from "zod";
import { PublicChange } from "../../../chat/frame.ts";
import { versionsOf } from "../../../domain/bible/versions.ts";
import { AppError } from "../../../domain/errors.ts";
import type { WebApp } from "../app.ts";
import { callCommand, sessionToActIn } from "../command-call.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup, missing } from "../lookup.ts";
import { refusals } from "../schemas/error.ts";
import { SentId } from "../schemas/text.ts";
import { RunningTurn } from "../schemas/turn.ts";
import { VersionAnswer } from "../schemas/version.ts";
import { WhoOrNobody } from "../schemas/who.ts";
import { publicChange } from "../views/public-change.ts";
import { versionAnswer } from "../views/version-answer.ts";

const tags = ["changes"];
const params = z.object({ id: SentId });
const HistoryQuery = z.object({
  entry_id: SentId.optional(),
  by: SentId.optional().describe("A user's id: what they wrote."),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: SentId.optional().describe("The id of a change: what came before it."),
});

/** Versions are made of changes, of which so many are looked at for each that is asked for. */
const CHANGES_PER_VERSION = 4;
const VersionsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: SentId.optional().describe("The `change_id` of a version: what came before it."),
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
    async ({ caller, params, query: { entry_id, by, before, limit } }) => {
      const lookup = createLookup(deps, caller);
      const project = await lookup.project(params.id);
      if (before !== undefined && (await lookup.change(before)).project.id !== project.id)
        throw missing("change", before);
      if (entry_id !== undefined && (await lookup.entry(entry_id)).project_id !== project.id)
        throw missing("entry", entry_id);
      const filter = {
        project_id: project.id,
        ...(entry_id === undefined ? {} : { entry_id }),
        ...(by === undefined ? {} : { by }),
      };
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
        description:
          "What the change took with it (a rename in the scenes that show the name) is taken back as well. To redo, undo the change that an undo answered: its own answer names the first one in `redoes`, and that stands again.",
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
        const reverse = changes.find(({ undoes }) => undoes === (change.redoes ?? change.id)) ?? changes[0];
        if (reverse === undefined) throw new AppError("internal", "an undo that succeeded changed nothing");
        return reverse;
      });
    },
  );
  versionsRoute(app, deps);
}

function versionsRoute(app: WebApp, deps: WebDeps): void {
  app.get(
    "/api/v1/entries/:id/versions",
    {
      schema: {
        tags,
        summary: "What an entry said over time, newest first",
        params,
        querystring: VersionsQuery,
        response: { ...refusals(404), 200: z.object({ versions: z.array(VersionAnswer) }) },
      },
    },
    async ({ caller, params, query: { limit, before } }) => {
      const lookup = createLookup(deps, caller);
      const { id, project_id } = await lookup.entry(params.id);
      if (before !== undefined && (await lookup.change(before)).change.entry_id !== id)
        throw missing("change", before);
      const filter = { project_id, entry_id: id };
      const changes = await deps.stores.bible.history(filter, limit * CHANGES_PER_VERSION, before);
      return { versions: versionsOf(changes).slice(0, limit).map(versionAnswer) };
    },
  );
}
