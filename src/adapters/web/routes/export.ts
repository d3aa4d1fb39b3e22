import { Readable } from "node:stream";
import { z } from "zod";
import type { Entry } from "../../../domain/bible/entry.ts";
import { exportColumns, exportRow } from "../../../domain/bible/export-row.ts";
import type { EntryKind } from "../../../domain/bible/kinds.ts";
import { UserError } from "../../../domain/errors.ts";
import { type Project, schemaOf } from "../../../domain/project.ts";
import { CSV_BOM, csvRow } from "../../../lib/csv.ts";
import type { BibleStore } from "../../../ports/bible-store.ts";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { disposition } from "../disposition.ts";
import { kindOf } from "../kind-of.ts";
import { createLookup } from "../lookup.ts";
import { refusals } from "../schemas/error.ts";
import { SentId } from "../schemas/text.ts";
import { entryAnswer } from "../views/entry-answer.ts";

export const EXPORT_ROUTE = "/api/v1/projects/:id/export";

const PAGE = 500;
const Content = z.custom<Readable>().meta({ type: "string" });

const ExportQuery = z.object({
  format: z.enum(["csv", "json"]).default("json"),
  kind: z.string().min(1).max(100).optional().describe("One kind only. A CSV file has to say which."),
  access_token: z.string().optional(),
});

/** The bible as a file, read page by page while it is sent. */
export function exportRoutes(app: WebApp, deps: WebDeps): void {
  app.get(
    EXPORT_ROUTE,
    {
      schema: {
        tags: ["projects"],
        summary: "The story bible as a file, the film's own fields among the columns",
        description:
          "CSV: the fields a kind has now, text that a spreadsheet would run made harmless by an apostrophe. JSON: every value, also of fields that were removed. Where no header can be sent (a link), the token goes into `access_token`.",
        params: z.object({ id: SentId }),
        querystring: ExportQuery,
        response: {
          ...refusals(404),
          200: {
            description: "The file",
            content: { "text/csv": { schema: Content }, "application/json": { schema: Content } },
          },
        },
      },
    },
    async ({ caller, params, query: { format, kind: word } }, reply) => {
      const project = await createLookup(deps, caller).project(params.id);
      const kind = word === undefined ? undefined : await kindOf(deps, project, word);
      const { bible } = deps.stores;
      const name = `${project.title} ${kind ?? "bible"}.${format}`;
      if (format === "csv" && kind === undefined)
        throw new UserError("invalid", "A CSV file holds one kind of entry.", "Say which: kind=character.");
      const lines =
        format === "csv" && kind !== undefined ? csvOf(bible, project, kind) : jsonOf(bible, project, kind);
      return reply
        .header(
          "content-type",
          format === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
        )
        .header("content-disposition", disposition("attachment", name))
        .send(Readable.from(lines));
    },
  );
}

async function* csvOf(bible: BibleStore, project: Project, kind: EntryKind): AsyncGenerator<string> {
  const columns = exportColumns(kind, schemaOf(project));
  yield CSV_BOM + csvRow(columns);
  for await (const page of pages(bible, project, kind))
    yield page.map((entry) => csvRow(exportRow(entry, columns))).join("");
}

async function* jsonOf(
  bible: BibleStore,
  project: Project,
  kind: EntryKind | undefined,
): AsyncGenerator<string> {
  const { id, title } = project;
  yield `{"project":${JSON.stringify({ id, title })},"schema":${JSON.stringify(schemaOf(project))},"entries":[`;
  let between = "";
  for await (const page of pages(bible, project, kind)) {
    yield between + page.map((entry) => JSON.stringify(exported(entry))).join(",\n");
    between = ",\n";
  }
  yield "]}";
}

function exported(entry: Entry) {
  const { id, kind, name, status, fields } = entryAnswer(entry);
  return { id, kind, name, status, fields };
}

async function* pages(
  bible: BibleStore,
  project: Project,
  kind: EntryKind | undefined,
): AsyncGenerator<readonly Entry[]> {
  const filter = { ...(kind === undefined ? {} : { kind }), limit: PAGE };
  for (let after: string | undefined; ; ) {
    const page = await bible.list(project.id, { ...filter, ...(after === undefined ? {} : { after }) });
    if (page.length > 0) yield page;
    after = page.at(-1)?.id;
    if (page.length < PAGE || after === undefined) return;
  }
}
