import type { RawData } from "ws";
import type { InboundEvent, Person } from "../../../chat/inbound-event.ts";
import { UserError } from "../../../domain/errors.ts";
import type { Session } from "../../../domain/session.ts";
import type { WebDeps } from "../deps.ts";
import { knownError, unexpectedError } from "../errors/error-answer.ts";
import type { Caller } from "../security/caller.ts";
import { awaitTurn, submit } from "../submit.ts";
import { filledEvent, pressedEvent, saidEvent } from "../talk.ts";
import { privateMessage } from "../views/private-message.ts";
import { ClientFrame } from "./client-frame.ts";
import type { SentFrame } from "./server-frame.ts";

/** Frames a client may have under way; more are refused, so that nobody fills the memory. */
const MAX_UNDER_WAY = 32;
const TYPING_EVERY_MS = 1_000;

export interface ClientFrames {
  /** Takes what a client sent. Never throws: refusals are told as `error` frames. */
  take(data: RawData, isBinary: boolean): void;
}

interface Parts {
  readonly deps: WebDeps;
  readonly caller: Caller;
  readonly person: Person;
  readonly session: Session;
  readonly tell: (frame: SentFrame) => void;
}

/** Handles one client's frames one after the other: what is said first is stored first. */
export function createClientFrames({ deps, caller, person, session, tell }: Parts): ClientFrames {
  let last: Promise<void> = Promise.resolve();
  let underWay = 0;

  const act = async (frame: ClientFrame): Promise<void> => {
    const body = { user_id: person.id, user_name: person.name, session_id: session.id };
    switch (frame.type) {
      case "ping":
        return tell({ type: "pong" });
      case "typing":
        return typing();
      case "message":
        return void (await submit(deps, await saidEvent(deps, caller, { ...body, ...frame })));
      case "choice":
        return press(deps, await pressedEvent(deps, caller, { ...body, ...frame }), tell, refuse);
      case "form":
        return void (await submit(deps, await filledEvent(deps, caller, { ...body, ...frame })));
    }
  };

  const typing = createTyping(deps, person, session);

  const refuse = (error: unknown, messageId?: string): void => {
    const { body } = knownError(error) ?? unforeseen(deps, error, session.id);
    tell({ type: "error", ...body, ...(messageId === undefined ? {} : { message_id: messageId }) });
  };

  const handle = async (data: RawData, isBinary: boolean): Promise<void> => {
    let frame: ClientFrame | undefined;
    try {
      frame = parseFrame(data, isBinary);
      await act(frame);
    } catch (error) {
      refuse(error, frame?.type === "message" ? frame.message_id : undefined);
    }
  };

  return {
    take: (data, isBinary) => {
      if (underWay >= MAX_UNDER_WAY) return refuse(tooMany());
      underWay += 1;
      last = last
        .then(() => handle(data, isBinary))
        .finally(() => {
          underWay -= 1;
        });
    },
  };
}

/** What is answered to the presser alone is in no record, so it is told here. */
async function press(
  deps: WebDeps,
  event: InboundEvent,
  tell: Parts["tell"],
  refuse: (error: unknown) => void,
): Promise<void> {
  await submit(deps, event);
  awaitTurn(deps, event)
    .then((view) => {
      if (view?.private) tell({ type: "message.created", message: privateMessage(view, deps.clock.now()) });
    })
    .catch(refuse);
}

/** Tells the session that somebody types, as often as anybody looks. */
function createTyping({ clock, bus }: WebDeps, person: Person, session: Session): () => void {
  let typedAt = 0;
  return () => {
    const now = clock.now().getTime();
    if (now - typedAt < TYPING_EVERY_MS) return;
    typedAt = now;
    const name = person.name === undefined ? {} : { name: person.name };
    bus.publish(`session:${session.id}`, { frame: { type: "typing", user_id: person.id, ...name } });
  };
}

function parseFrame(data: RawData, isBinary: boolean): ClientFrame {
  const hint = 'Send frames as JSON text, for example {"type":"message","message":"Hello"}.';
  if (isBinary) throw new UserError("invalid", "Binary frames are not accepted.", hint);
  let json: unknown;
  try {
    json = JSON.parse(data.toString());
  } catch {
    throw new UserError("bad_request", "The frame is not valid JSON.", hint);
  }
  const parsed = ClientFrame.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") || "frame";
  throw new UserError(
    "invalid",
    `\`${field}\`: ${issue?.message ?? "is not valid"}.`,
    "See ClientFrame in /api/openapi.json, and send it again.",
  );
}

const tooMany = () =>
  new UserError(
    "rate_limited",
    "Too many frames at once; this one was dropped.",
    "Wait for the answers, then send it again.",
  );

function unforeseen({ ids, logger }: WebDeps, err: unknown, sessionId: string) {
  const reference = ids.next("event");
  logger.error({ err, reference, session_id: sessionId }, "a frame could not be handled");
  return unexpectedError(reference);
}
