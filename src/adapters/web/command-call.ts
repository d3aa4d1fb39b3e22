import type { FastifyReply } from "fastify";
import type { TurnView } from "../../chat/turn-record.ts";
import { UserError } from "../../domain/errors.ts";
import type { Session } from "../../domain/session.ts";
import type { WebDeps } from "./deps.ts";
import { refusedTurn } from "./errors/error-answer.ts";
import { commandEvent } from "./events.ts";
import type { Who } from "./schemas/who.ts";
import { type Caller, personOf } from "./security/caller.ts";
import { awaitTurn, submit } from "./submit.ts";

const LOOK_AT = 20;

export interface CommandCall {
  readonly session: Session;
  readonly command: string;
  readonly options: Record<string, unknown>;
  readonly text: string;
}

/**
 * Runs a command for a call that stands for it, and sends what `result` makes of the turn. Here a refusal is the
 * call's own failure, so it is sent as an error; a turn that goes on for long is answered with 202.
 */
export async function callCommand<T>(
  deps: WebDeps,
  from: { caller: Caller; body: Who | null | undefined; reply: FastifyReply },
  call: CommandCall,
  result: (view: TurnView) => Promise<T>,
): Promise<FastifyReply> {
  const person = personOf(from.caller, from.body);
  const { session, ...given } = call;
  const event = commandEvent(
    { person, session, clock: deps.clock },
    { ...given, key: deps.ids.next("event") },
  );
  const { turn_id, session_id } = await submit(deps, event);
  const view = await awaitTurn(deps, event);
  if (view === undefined) return from.reply.code(202).send({ turn_id, session_id, status: "running" });
  if (view.error === undefined) return from.reply.code(200).send(await result(view));
  const { status, body } = refusedTurn(view.error);
  return from.reply.code(status).send(body);
}

/** The session of what a command acts on, or, when that one is closed or gone, the film's session spoken in last. */
export async function sessionToActIn(
  deps: WebDeps,
  home: string | undefined,
  project: { id: string; workspace_id: string },
): Promise<Session> {
  const { sessions } = deps.stores;
  const known = home === undefined ? undefined : await sessions.get(home);
  if (known?.status === "open") return known;
  const others = await sessions.list({ workspace_id: project.workspace_id, project_id: project.id }, LOOK_AT);
  const open = others.find((session) => session.status === "open");
  if (open !== undefined) return open;
  throw new UserError(
    "conflict",
    "This film has no open session to act in.",
    "Start one: POST /api/v1/chat/sessions.",
  );
}
