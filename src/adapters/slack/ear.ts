import type { AckFn } from "@slack/bolt";
import type { Heard } from "../../chat/heard.ts";
import type { Amendment, InboundEvent } from "../../chat/inbound-event.ts";
import { UNREAD, unreadKey } from "../../chat/unread.ts";
import { AppError } from "../../domain/errors.ts";
import { backoffMs } from "../../lib/backoff.ts";
import { createInTurn } from "../../lib/in-turn.ts";
import { retry } from "../../lib/retry.ts";
import { within } from "../../lib/within.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import { askInTime } from "./ask.ts";
import { CatchUp, type CatchUpParts } from "./catch-up.ts";
import { inbound, SAID_IN_VIEW, type Surroundings } from "./inbound.ts";
import type { TellAlone } from "./lasting-respond.ts";
import type { Bolt } from "./link.ts";
import { addressOf, alone, tellOutcome } from "./outcome.ts";
import type { People } from "./people.ts";
import type { OpenForm } from "./pressed-form.ts";

/** Slack shows an error to whoever waits longer than three seconds. */
const ACK_BY_MS = 2_000;
const TAKE_ATTEMPTS = 6;

const FAILED = "I could not take that just now. Please try again in a moment.";

export interface EarParts {
  readonly receiver: Receiver;
  readonly people: People;
  /** Shows the others what somebody said where only they could see it. */
  readonly echo?: (event: InboundEvent & { type: "message" }) => Promise<void>;
  readonly around: (selfId: string) => Surroundings;
  readonly bolt: Pick<Bolt, "webApi">;
  /** How a workspace is asked for what was said while nobody listened. */
  readonly linkOf: CatchUpParts["linkOf"];
  /** What is older is told in one line instead of answered. */
  readonly answerMissedWithinMs: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** `selfId`: Backlot's own user id in the workspace where it is told. */
export interface Ear {
  /** Takes an event of the Events API. Resolves when it is stored; rejects when Slack had better send it again. */
  event(body: unknown, selfId: string): Promise<void>;
  /** Takes a command, a press or a submitted form, and acknowledges it in time whatever storing it takes. */
  interaction(
    body: unknown,
    selfId: string,
    ack: AckFn<unknown>,
    respond: TellAlone | undefined,
    open?: OpenForm,
  ): Promise<void>;
  /** The connection was lost, or is there again: what was said in between is read back. */
  connected(is: boolean): void;
  stop(): Promise<void>;
}

/** Hands what Slack tells to the receiver: messages of one channel in order, everything until it is stored. */
export function createEar(parts: EarParts): Ear {
  const { receiver, people, echo, around, bolt, clock, logger } = parts;
  const inTurn = createInTurn();
  const take = async (event: InboundEvent) => receiver.receive(await people.known(event));
  const ask = <T>(work: () => Promise<T>) => askInTime(work, clock, bolt);
  const later = (event: InboundEvent) => ask(() => take(event));
  const amend = async ({ text, ...amendment }: Amendment) => {
    const named = text === null ? null : await people.named(amendment.place.workspace, text);
    await receiver.amend({ ...amendment, text: named });
  };
  const catchUp =
    receiver.hearing && new CatchUp({ ...parts, hearing: receiver.hearing, take: later, amend, ask });

  return {
    connected: (is) => {
      if (is) void catchUp?.hearing();
      else catchUp?.deaf();
    },
    stop: async () => catchUp?.stop(),
    event: async (body, selfId) => {
      const heard = inbound(body, around(selfId));
      if (heard?.type === "amendment") {
        await inTurn(heard.amendment.place.channel, async () => {
          if (catchUp && !(await catchUp.before(heard.amendment.place))) throw stopped();
          await amend(heard.amendment);
        });
      } else if (heard) {
        await inTurn(heard.event.place.channel, () => hear({ receiver, take, catchUp }, heard));
      }
    },
    interaction: async (body, selfId, ack, respond, open) => {
      const heard = inbound(body, around(selfId));
      if (heard?.type !== "event") return ack();
      const { event } = heard;
      if (event.type !== "message") receiver.outcomes?.keep(event, addressOf(body));
      const taking = persist(() => take(event), clock).then(
        ({ duplicate }) => (duplicate ? "known" : "taken"),
        (error: unknown) => {
          logger.error({ err: error, event_id: event.id }, "something done on Slack was not taken");
          return "failed" as const;
        },
      );
      const early = await within(clock, ACK_BY_MS, taking);
      await ack(acknowledgement(event, early === "failed"));
      const outcome = await taking;
      if (outcome === "taken") void catchUp?.called(event.place);
      const told = outcome === "failed" && early === "failed" && event.type !== "choice";
      if (outcome === "failed" && !told) await alone(event, respond, FAILED);
      if (outcome === "taken" && (event.type === "choice" || event.type === "command"))
        tellOutcome(receiver, event, { respond, open }).catch((error: unknown) =>
          logger.warn({ err: error, event_id: event.id }, "what a press came to could not be told"),
        );
      const said = outcome === "taken" && event.id.startsWith(SAID_IN_VIEW) && (await people.known(event));
      if (said && said.type === "message") await echo?.(said);
    },
  };
}

/** Slack sends it again, to whoever listens then. */
const stopped = () => new AppError("unavailable", "Backlot has stopped listening", { retryable: true });

interface Hearing {
  readonly receiver: Receiver;
  readonly take: (event: InboundEvent) => Promise<unknown>;
  readonly catchUp: CatchUp | undefined;
}

async function hear(
  { receiver, take, catchUp }: Hearing,
  { event, addressed, unread }: Heard & { type: "event" },
): Promise<void> {
  const { place } = event;
  const ts = (event.type === "message" && event.platform_id) || "";
  // A call in a channel opens a thread, and stands in the channel itself.
  const { thread, ...channel } = place;
  const home = thread === undefined || thread === ts ? channel : place;
  if (catchUp && !(await catchUp.before(place))) throw stopped();
  try {
    const counts = addressed || (await receiver.knows?.(place)) === true;
    if (counts && unread) await receiver.hearing?.notice(event, unreadKey(place), UNREAD);
    else if (counts) await take(event);
    catchUp?.heard(home, ts, counts && !unread);
  } catch (error) {
    if (!(error instanceof AppError && !error.retryable)) catchUp?.lost(home, ts, error);
    throw error;
  }
}

/** A command shows in the channel as it was typed, so that others see what was asked. */
function acknowledgement(event: InboundEvent, failed: boolean): unknown {
  if (event.id.startsWith(SAID_IN_VIEW))
    return failed ? { response_action: "errors", errors: { words: FAILED } } : undefined;
  switch (event.type) {
    case "command":
    case "message":
      return failed ? { response_type: "ephemeral", text: FAILED } : { response_type: "in_channel" };
    case "form": {
      const [field] = Object.keys(event.values);
      return failed && field ? { response_action: "errors", errors: { [field]: FAILED } } : undefined;
    }
    case "choice":
    case "amended":
      return undefined;
  }
}

/** A command or a press is told once; trying again bridges a store that is away for some seconds. */
function persist<T>(work: () => Promise<T>, clock: Clock): Promise<T> {
  return retry(work, {
    attempts: TAKE_ATTEMPTS,
    pause: (attempt) => new Promise<void>((resolve) => void clock.after(backoffMs(attempt), resolve)),
    hopeless: (error) => error instanceof AppError && !error.retryable,
  });
}
