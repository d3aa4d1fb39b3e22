import type { Readable } from "node:stream";
import { z } from "zod";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { disposition } from "../disposition.ts";
import { missing } from "../lookup.ts";
import { refusals } from "../schemas/error.ts";
import { SentId } from "../schemas/text.ts";
import { readRecord } from "../uploads/file-record.ts";

export const FILE_ROUTE = "/api/v1/files/:id";

/** What a browser may show by itself. All else is saved: a document could act in our name. */
const SHOWN = /^(image|audio)\/|^text\/plain$/;
const FILE_ID = /^fil_[\w-]{1,100}$/;
const Content = z.custom<Readable>().meta({ type: "string", format: "binary" });
const A_WEEK_S = 7 * 24 * 60 * 60;

export function fileRoutes(app: WebApp, deps: WebDeps): void {
  app.get(
    FILE_ROUTE,
    {
      schema: {
        tags: ["talk"],
        summary: "An uploaded file",
        description: "Where no header can be sent (an image in a page), the token goes into `access_token`.",
        params: z.object({ id: SentId }),
        querystring: z.object({ access_token: z.string().optional() }),
        response: {
          ...refusals(404),
          200: { description: "The file's content", content: { "*/*": { schema: Content } } },
        },
      },
    },
    async ({ caller, params: { id } }, reply) => {
      const record = FILE_ID.test(id) ? await readRecord(deps.blobs, id) : undefined;
      if (record === undefined || record.workspace_id !== (await deps.workspaceOf(caller)).id)
        throw missing("file", id);
      const content = await deps.blobs.open(id);
      if (content === undefined) throw missing("file", id);
      const { media_type, name, size } = record;
      return reply
        .header("content-type", media_type.startsWith("text/") ? `${media_type}; charset=utf-8` : media_type)
        .header("content-length", size)
        .header("content-disposition", disposition(SHOWN.test(media_type) ? "inline" : "attachment", name))
        .header("cache-control", `private, max-age=${A_WEEK_S}, immutable`)
        .send(content);
    },
  );
}
