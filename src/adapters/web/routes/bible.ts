import { z } from "zod";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { kindOf } from "../kind-of.ts";
import { createLookup, missing } from "../lookup.ts";
import { EntryAnswer } from "../schemas/entry.ts";
import { refusals } from "../schemas/error.ts";
import { SentId } from "../schemas/text.ts";
import { entryAnswer } from "../views/entry-answer.ts";

const tags = ["projects"];
const params = z.object({ id: SentId });
const MAX_ENTRIES = 2_000;

const BibleQuery = z.object({
  kind: z.string().min(1).max(100).optional().describe("A built-in kind, or one of the film's own."),
  after: SentId.optional().describe("The last entry of the page before: `next` of its answer."),
  limit: z.coerce.number().int().min(1).max(MAX_ENTRIES).default(1_000),
});
const BiblePage = z.object({
  entries: z.array(EntryAnswer),
  next: z.string().optional().describe("Give it as `after` for the entries that follow."),
});

export function bibleRoutes(app: WebApp, deps: WebDeps): void {
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
        ...(kind === undefined ? {} : { kind: await kindOf(deps, project, kind) }),
        ...(after === undefined ? {} : { after }),
        limit: limit + 1,
      };
      const entries = await deps.stores.bible.list(project.id, filter);
      const page = entries.slice(0, limit);
      const last = entries.length > limit ? page.at(-1) : undefined;
      return { entries: page.map(entryAnswer), ...(last === undefined ? {} : { next: last.id }) };
    },
  );

  app.get(
    "/api/v1/entries/:id",
    {
      schema: {
        tags,
        summary: "One entry of a bible",
        params,
        response: { ...refusals(404), 200: EntryAnswer },
      },
    },
    async ({ caller, params }) => entryAnswer(await createLookup(deps, caller).entry(params.id)),
  );
}
