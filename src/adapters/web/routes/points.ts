import { z } from "zod";
import { schemaOf } from "../../../domain/project.ts";
import { answerOptions } from "../answer-options.ts";
import type { WebApp } from "../app.ts";
import { callCommand, sessionToActIn } from "../command-call.ts";
import type { WebDeps } from "../deps.ts";
import { createLookup, missing } from "../lookup.ts";
import { refusals } from "../schemas/error.ts";
import { AnswerBody, PointAnswer } from "../schemas/point.ts";
import { SentId } from "../schemas/text.ts";
import { RunningTurn, TurnAnswer } from "../schemas/turn.ts";
import { pointAnswer } from "../views/point-answer.ts";
import { turnAnswer } from "../views/turn-answer.ts";

const tags = ["points"];
const params = z.object({ id: SentId });
const PointsQuery = z.object({
  session_id: SentId.optional().describe("Only what was asked in this session."),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** What Backlot put to the people and waits for: questions, contradictions, proposals. */
export function pointRoutes(app: WebApp, deps: WebDeps): void {
  app.get(
    "/api/v1/projects/:id/points",
    {
      schema: {
        tags,
        summary: "What waits for an answer, newest first",
        params,
        querystring: PointsQuery,
        response: { ...refusals(404), 200: z.object({ points: z.array(PointAnswer) }) },
      },
    },
    async ({ caller, params, query: { session_id, limit } }) => {
      const lookup = createLookup(deps, caller);
      const project = await lookup.project(params.id);
      if (session_id !== undefined && (await lookup.session(session_id)).project.id !== project.id)
        throw missing("session", session_id);
      const filter = { project_id: project.id, ...(session_id === undefined ? {} : { session_id }) };
      const points = await deps.stores.points.open(filter, limit);
      const asked = points.flatMap(({ message_id }) => message_id ?? []);
      const messages = asked.length === 0 ? [] : await deps.stores.messages.getMany([...new Set(asked)]);
      const said = new Map(messages.map((message) => [message.id, message]));
      return {
        points: points.map((point) =>
          pointAnswer(point, schemaOf(project), said.get(point.message_id ?? "")),
        ),
      };
    },
  );

  app.post(
    "/api/v1/points/:id/answer",
    {
      schema: {
        tags,
        summary: "Answer a question, accept or decline a proposal or parts of it, in the session that asked",
        params,
        body: AnswerBody,
        response: { ...refusals(400, 404, 409, 415), 200: TurnAnswer, 202: RunningTurn },
      },
    },
    async ({ caller, params, body }, reply) => {
      const lookup = createLookup(deps, caller);
      const point = await lookup.point(params.id);
      const session = await sessionToActIn(deps, point.session_id, await lookup.project(point.project_id));
      const call = { session, command: "open", ...answerOptions(point, body) };
      return callCommand(deps, { caller, body, reply }, call, (view) =>
        turnAnswer(deps.stores.operations, view, { type: "command" }),
      );
    },
  );
}
