import type { FastifyReply } from "fastify";
import { z } from "zod";
import { ItemStatus, MAX_BULK_ITEMS } from "../../../domain/operation.ts";
import type { WebApp } from "../app.ts";
import { callCommand, sessionToActIn } from "../command-call.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup, missing } from "../lookup.ts";
import { refusals } from "../schemas/error.ts";
import { ItemsAnswer, OperationAnswer } from "../schemas/operation.ts";
import { SentId } from "../schemas/text.ts";
import { RunningTurn } from "../schemas/turn.ts";
import { type Who, WhoOrNobody } from "../schemas/who.ts";
import type { Caller } from "../security/caller.ts";
import { operationAnswer } from "../views/operation-answer.ts";

const tags = ["operations"];
const params = z.object({ id: SentId });

/** `after`: the index of the last item known, as `next` of the page before gives it. */
const ItemsQuery = z.object({
  status: ItemStatus.optional(),
  after: z.coerce.number().int().min(0).max(MAX_BULK_ITEMS).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export function operationRoutes(app: WebApp, deps: WebDeps): void {
  app.get(
    "/api/v1/operations/:id",
    {
      schema: {
        tags,
        summary: "Bulk work, item by item",
        params,
        response: { ...refusals(404), 200: OperationAnswer },
      },
    },
    async ({ caller, params }) => {
      const operation = await createLookup(deps, caller).operation(params.id);
      return operationAnswer(deps.stores.operations, operation);
    },
  );

  app.get(
    "/api/v1/operations/:id/items",
    {
      schema: {
        tags,
        summary: "The items of bulk work, page by page",
        params,
        querystring: ItemsQuery,
        response: { ...refusals(404), 200: ItemsAnswer },
      },
    },
    async ({ caller, params, query }) => {
      const { id } = await createLookup(deps, caller).operation(params.id);
      const { status, after, limit } = query;
      const filter = { ...(status === undefined ? {} : { status: [status] }), after, limit: limit + 1 };
      const found = await deps.stores.operations.items(id, filter);
      const items = found.slice(0, limit);
      const next = found.length > limit ? items.at(-1)?.index : undefined;
      return { items, ...(next === undefined ? {} : { next }) };
    },
  );

  for (const [action, summary] of [
    ["cancel", "Stop what is not done; what is done stays"],
    ["pause", "Let what runs end, and begin nothing more"],
    ["resume", "Go on where it was paused"],
    ["retry", "Try the failed items again"],
  ] as const) {
    app.post(
      `/api/v1/operations/:id/${action}`,
      {
        schema: {
          tags,
          summary,
          params,
          body: WhoOrNobody,
          response: { ...refusals(400, 404, 409, 415), 200: OperationAnswer, 202: RunningTurn },
        },
      },
      async ({ caller, params, body }, reply) => control(deps, { caller, body, reply }, action, params.id),
    );
  }
}

async function control(
  deps: WebDeps,
  from: { caller: Caller; body: Who | null | undefined; reply: FastifyReply },
  action: "cancel" | "pause" | "resume" | "retry",
  id: string,
): Promise<FastifyReply> {
  const lookup = createLookup(deps, from.caller);
  const { session_id, project_id } = await lookup.operation(id);
  const session = await sessionToActIn(deps, session_id, await lookup.project(project_id));
  const call = {
    session,
    command: "jobs",
    options: { action, operation: id },
    text: `/jobs ${action} operation=${id}`,
  };
  return callCommand(deps, from, call, async () => {
    const now = await deps.stores.operations.get(id);
    if (now === undefined) throw missing("operation", id);
    return operationAnswer(deps.stores.operations, now);
  });
}
