import type { InboundEvent } from "../../chat/inbound-event.ts";
import { AppError } from "../../domain/errors.ts";
import { backoffMs } from "../../lib/backoff.ts";
import { createInTurn } from "../../lib/in-turn.ts";
import { retry } from "../../lib/retry.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import { answerInteraction } from "./answer-interaction.ts";
import { inbound } from "./inbound.ts";
import type { Link } from "./link.ts";
import { lookAround } from "./look-around.ts";

/** Discord tells a message once; storing it is tried this often before it counts as lost. */
const TAKE_ATTEMPTS = 6;
const HEARD = new Set(["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "INTERACTION_CREATE"]);

interface EarParts {
  readonly receiver: Receiver;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The guilds are known; what is said before waits for it. */
  readonly ready: Promise<Link>;
}

/** Hands dispatches to the receiver: those of one channel in order, each until it is stored. */
export function createEar({ receiver, clock, logger, ready }: EarParts) {
  const inTurn = createInTurn();
  const take = (event: InboundEvent) => persist(() => receiver.receive(event), clock);

  const hearMessage = async (name: string, data: unknown) => {
    const link = await ready;
    const heard = inbound(name, data, await persist(() => lookAround(link, data), clock));
    if (heard?.type === "amendment") await receiver.amend(heard.amendment);
    else if (heard && (heard.addressed || (await receiver.knows?.(heard.event.place))))
      await take(heard.event);
  };
  return (link: Link, name: string, data: unknown): void => {
    if (!HEARD.has(name)) return;
    const key = (data as { channel_id?: string } | undefined)?.channel_id ?? "";
    const work =
      name === "INTERACTION_CREATE"
        ? answerInteraction(link, data, receiver, take)
        : inTurn(key, () => hearMessage(name, data));
    work.catch((error: unknown) =>
      logger.error({ err: error, dispatch: name, channel: key }, "something said on Discord was not taken"),
    );
  };
}

/** Trying again bridges a store that is away for some seconds. */
function persist<T>(work: () => Promise<T>, clock: Clock): Promise<T> {
  return retry(work, {
    attempts: TAKE_ATTEMPTS,
    pause: (attempt) => new Promise<void>((resolve) => clock.after(backoffMs(attempt), resolve)),
    hopeless: (error) => error instanceof AppError && !error.retryable,
  });
}
