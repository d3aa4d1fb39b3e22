import type { InboundEvent, Person } from "../../chat/inbound-event.ts";
import { UserError } from "../../domain/errors.ts";
import type { Session } from "../../domain/session.ts";
import { NEXT_PREFIX, resolveNextChoice } from "../../domain/workflow/next-choices.ts";
import type { WebDeps } from "./deps.ts";
import { choiceEvent, formEvent, messageEvent } from "./events.ts";
import { createLookup, type LoadedSession, missing } from "./lookup.ts";
import { checkMessageText } from "./message-text.ts";
import { isCleanText } from "./schemas/text.ts";
import type { ChoiceBody, FormBody, MessageBody } from "./schemas/turn.ts";
import { type Caller, personOf } from "./security/caller.ts";

/** The events of a conversation, checked; the same for HTTP and the WebSocket. All throw UserError. */
export async function saidEvent(deps: WebDeps, caller: Caller, body: MessageBody): Promise<InboundEvent> {
  const person = personOf(caller, body);
  checkMessageText(body.message);
  const session = await sessionFor(deps, caller, person, body.session_id);
  const message_id = body.message_id ?? deps.ids.next("message");
  return messageEvent(
    { person, session, clock: deps.clock },
    { text: body.message, message_id },
    deps.commands,
  );
}

export async function pressedEvent(deps: WebDeps, caller: Caller, body: ChoiceBody): Promise<InboundEvent> {
  const person = personOf(caller, body);
  const loaded = await openSession(deps, caller, body.session_id);
  if (!(await isChoice(deps, loaded, body.choice_id))) throw missing("choice", body.choice_id);
  return choiceEvent({ person, session: loaded.session, clock: deps.clock }, body.choice_id);
}

export async function filledEvent(deps: WebDeps, caller: Caller, body: FormBody): Promise<InboundEvent> {
  const person = personOf(caller, body);
  const { session } = await openSession(deps, caller, body.session_id);
  const form = isPlainId(body.form_id) ? await deps.stores.choices.form(body.form_id) : undefined;
  if (form?.session_id !== session.id) throw missing("form", body.form_id);
  if (!Object.entries(body.values).every(([name, value]) => isCleanText(name) && isCleanText(value))) {
    throw new UserError(
      "invalid",
      "A field holds control characters or broken Unicode.",
      "Correct it and send the form again.",
    );
  }
  return formEvent({ person, session, clock: deps.clock }, body.form_id, body.values);
}

/** The session a caller names, or their default one. */
export async function sessionFor(
  deps: WebDeps,
  caller: Caller,
  person: Person,
  id: string | undefined,
): Promise<Session> {
  if (id === undefined) return deps.defaultSession(caller, person.id);
  return (await openSession(deps, caller, id)).session;
}

async function openSession(deps: WebDeps, caller: Caller, id: string): Promise<LoadedSession> {
  const loaded = await createLookup(deps, caller).session(id);
  if (loaded.session.status === "open") return loaded;
  throw new UserError("conflict", "This session is closed.", "Start a new one: POST /api/v1/chat/sessions.");
}

/** Whether a choice was ever offered here. What a computed one does now, or that it is out of date, the turn says. */
async function isChoice(
  deps: WebDeps,
  { session, project, ...totals }: LoadedSession,
  id: string,
): Promise<boolean> {
  if (!isPlainId(id)) return false;
  if (id.startsWith(NEXT_PREFIX)) {
    const film = { project, ...totals, workflow: await deps.workflowOf(project) };
    return resolveNextChoice(id, film) !== undefined;
  }
  if (deps.choicePrefixes.some((prefix) => id.startsWith(prefix))) return true;
  const stored = await deps.stores.choices.get(id);
  return stored?.choice.session_id === session.id;
}

const isPlainId = (id: string): boolean => /^[\w:.-]{1,200}$/.test(id);
