import { z } from "zod";
import { UserError } from "../../../domain/errors.ts";
import { ellipsis } from "../../../lib/ellipsis.ts";
import type { WebApp } from "../app.ts";
import { sessionToActIn } from "../command-call.ts";
import type { WebDeps } from "../deps.ts";
import { refusedTurn } from "../errors/error-answer.ts";
import { commandEvent } from "../events.ts";
import { createLookup } from "../lookup.ts";
import { refusals } from "../schemas/error.ts";
import { NewOperation } from "../schemas/new-operation.ts";
import { SentId } from "../schemas/text.ts";
import { RunningTurn, TurnAnswer } from "../schemas/turn.ts";
import { type Caller, personOf } from "../security/caller.ts";
import { awaitTurn, submit } from "../submit.ts";
import { turnAnswer } from "../views/turn-answer.ts";

/** The record shows what was asked for, not a text of many pages. */
const SHOWN_CHARS = 4_000;

/** Bulk work, begun by a program as /bulk begins it. */
export function newOperationRoute(app: WebApp, deps: WebDeps): void {
  app.post(
    "/api/v1/projects/:id/operations",
    {
      schema: {
        tags: ["operations"],
        summary: "Begin bulk work. 202: it began; 200: nothing began, and the reply asks first",
        params: z.object({ id: SentId }),
        body: NewOperation,
        response: {
          ...refusals(400, 404, 409, 413, 415),
          200: TurnAnswer,
          202: z.union([TurnAnswer, RunningTurn]),
        },
      },
    },
    async ({ caller, params, body }, reply) => {
      const event = await eventOf(deps, caller, params.id, body);
      const { turn_id, session_id } = await submit(deps, event);
      const view = await awaitTurn(deps, event);
      if (view === undefined)
        return reply.code(202).send({ turn_id, session_id, status: "running" as const });
      if (view.error !== undefined) {
        const { status, body: refusal } = refusedTurn(view.error);
        return reply.code(status as 409).send(refusal);
      }
      const answer = await turnAnswer(deps.stores.operations, view, event);
      return reply.code(view.operation === undefined ? 200 : 202).send(answer);
    },
  );
}

/** The same `message_id` of the same person is the same call; without one each call is its own. */
async function eventOf(deps: WebDeps, caller: Caller, projectId: string, body: NewOperation) {
  const person = personOf(caller, body);
  const session = await sessionOf(deps, caller, projectId, body.session_id);
  const { kind, count = "", brief = "", selection = "", confirm = false, message_id } = body;
  const key =
    message_id === undefined
      ? deps.ids.next("event")
      : `operation:${encodeURIComponent(person.id)}:${encodeURIComponent(message_id)}`;
  const options = {
    kind,
    count: String(count),
    brief,
    selection,
    ...(confirm ? { confirmed: "any" } : {}),
  };
  const words = [
    "/bulk",
    kind,
    String(count),
    brief,
    ...named({ selection, confirmed: options.confirmed ?? "" }),
  ];
  const text = ellipsis(words.join(" ").replace(/\s+/g, " ").trim(), SHOWN_CHARS);
  return commandEvent({ person, session, clock: deps.clock }, { command: "bulk", options, text, key });
}

const named = (options: Record<string, string>): string[] =>
  Object.entries(options).flatMap(([name, value]) => (value === "" ? [] : [`${name}=${value}`]));

async function sessionOf(deps: WebDeps, caller: Caller, projectId: string, sessionId: string | undefined) {
  const lookup = createLookup(deps, caller);
  const project = await lookup.project(projectId);
  if (sessionId === undefined) return sessionToActIn(deps, undefined, project);
  const { session } = await lookup.session(sessionId);
  if (session.project_id !== project.id)
    throw new UserError(
      "conflict",
      "This session works on another film.",
      "Name a session of the film: GET /api/v1/chat/sessions lists them.",
    );
  if (session.status === "open") return session;
  throw new UserError("conflict", "This session is closed.", "Start a new one: POST /api/v1/chat/sessions.");
}
