import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import { UserError } from "../../domain/errors.ts";
import type { WebDeps } from "./deps.ts";

/** How long a call waits for its turn before it answers that the turn goes on. */
const TURN_WAIT_MS = 30_000;

export interface Submitted {
  readonly turn_id: string;
  readonly session_id: string;
  /** True when the same event had been received before; its turn is the first one's. */
  readonly duplicate: boolean;
}

/** Stores the event. Throws UserError("conflict") when its id was used for something else. */
export async function submit(deps: WebDeps, event: InboundEvent): Promise<Submitted> {
  const received = await deps.receiver.receive(event);
  if (received.duplicate && (event.type === "message" || event.type === "command"))
    await checkSame(deps, event);
  return received;
}

/** The turn, or undefined when it outlasts the wait or the program stops first; the event is stored either way. */
export function awaitTurn(deps: WebDeps, event: InboundEvent): Promise<TurnView | undefined> {
  const { promise: stopped, resolve } = Promise.withResolvers<undefined>();
  const stop = (): void => resolve(undefined);
  deps.stopping.addEventListener("abort", stop, { once: true });
  if (deps.stopping.aborted) stop();
  return Promise.race([deps.receiver.finished(event.id, TURN_WAIT_MS), stopped]).finally(() =>
    deps.stopping.removeEventListener("abort", stop),
  );
}

async function checkSame(deps: WebDeps, event: InboundEvent & { text: string }): Promise<void> {
  const first = (await deps.stores.inbox.find(event.id))?.event;
  if (first === undefined) return;
  const same = "text" in first && first.text === event.text && first.place.channel === event.place.channel;
  if (same) return;
  throw new UserError(
    "conflict",
    "This `message_id` was used for another message.",
    "Give every message an id of its own.",
  );
}
