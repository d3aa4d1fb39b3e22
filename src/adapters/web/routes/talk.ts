import type { FastifyReply } from "fastify";
import type { InboundEvent } from "../../../chat/inbound-event.ts";
import type { WebApp } from "../app.ts";
import type { WebDeps } from "../deps.ts";
import { refusals } from "../schemas/error.ts";
import { ChoiceBody, FormBody, MessageBody, RunningTurn, TurnAnswer } from "../schemas/turn.ts";
import { awaitTurn, submit } from "../submit.ts";
import { filledEvent, pressedEvent, saidEvent } from "../talk.ts";
import { turnAnswer } from "../views/turn-answer.ts";

const tags = ["talk"];
const response = { ...refusals(400, 404, 409, 413, 415), 200: TurnAnswer, 202: RunningTurn };

/** What people do in a session. A refused command is a turn like any other, with its `error` beside the reply. */
export function talkRoutes(app: WebApp, deps: WebDeps): void {
  app.post(
    "/api/v1/chat/message",
    { schema: { tags, summary: "Say something", body: MessageBody, response } },
    async ({ caller, body }, reply) => answer(deps, await saidEvent(deps, caller, body), reply),
  );
  app.post(
    "/api/v1/chat/choice",
    {
      schema: {
        tags,
        summary: "Press a choice. It acts once; the same press sent again answers its result",
        body: ChoiceBody,
        response,
      },
    },
    async ({ caller, body }, reply) => answer(deps, await pressedEvent(deps, caller, body), reply),
  );
  app.post(
    "/api/v1/chat/form",
    { schema: { tags, summary: "Send a form that was filled in", body: FormBody, response } },
    async ({ caller, body }, reply) => answer(deps, await filledEvent(deps, caller, body), reply),
  );
}

async function answer(deps: WebDeps, event: InboundEvent, reply: FastifyReply) {
  const { turn_id, session_id } = await submit(deps, event);
  const view = await awaitTurn(deps, event);
  if (view === undefined) return reply.code(202).send({ turn_id, session_id, status: "running" });
  return reply.code(200).send(await turnAnswer(deps.stores.operations, view, event));
}
