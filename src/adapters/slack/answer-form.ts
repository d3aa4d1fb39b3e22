import type { types } from "@slack/bolt";
import { fieldAtFault } from "../../chat/field-at-fault.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import { plainButton } from "./buttons.ts";
import { openerId } from "./form-view.ts";
import { type SentForm, sentForm } from "./inbound.ts";
import type { Link } from "./link.ts";
import { toMrkdwn } from "./markup.ts";

type Ack = (response?: unknown) => Promise<void>;

/** Slack shows an error to whoever waits longer than three seconds. */
const ANSWER_BY_MS = 2_400;
const TOLD_WITHIN_MS = 5 * 60_000;
const MAX_ERROR = 1_900;
/** What filling in again can mend. */
const MENDABLE = new Set(["bad_request", "invalid", "conflict", "blocked", "too_large"]);

interface Parts {
  readonly link: Link;
  readonly receiver: Receiver;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * An acknowledgement that shows what is wrong with a submitted form in its own view, as long as that is known in time.
 * What is known later is told to the person alone, with the way back to what they typed. Others pass as they are.
 */
export function formAck(body: unknown, { link, receiver, clock, logger }: Parts, ack: Ack): Ack {
  const sent = sentForm(body);
  if (!sent) return ack;
  const startedAt = clock.now().getTime();
  return async (response) => {
    if (response !== undefined) return ack(response);
    const left = startedAt + ANSWER_BY_MS - clock.now().getTime();
    const view = left > 0 ? await receiver.finished(sent.event_id, left) : undefined;
    const wrong = view?.private && view.error ? errorsOf(sent, view) : undefined;
    await ack(wrong);
    if (wrong) return receiver.outcomes?.ended(sent.event_id);
    const late = view ? Promise.resolve(view) : receiver.finished(sent.event_id, TOLD_WITHIN_MS);
    late
      .then((told) => tellSender(link, receiver, sent, told))
      .catch((error: unknown) =>
        logger.warn({ err: error, event_id: sent.event_id }, "what a form came to could not be told"),
      );
  };
}

function errorsOf({ values }: SentForm, { error, reply }: TurnView) {
  const field = error && fieldAtFault(error, values);
  if (field === undefined) return undefined;
  return { response_action: "errors", errors: { [field]: reply.text.slice(0, MAX_ERROR) } };
}

/** What a form came to, where that concerns whoever sent it alone. */
export async function tellSender(
  link: Link,
  { outcomes }: Receiver,
  sent: SentForm,
  view: TurnView | undefined,
): Promise<void> {
  if (!view?.private) return outcomes?.ended(sent.event_id);
  const work = () => tell(link, sent, view);
  await (outcomes?.tell(sent.event_id, work) ?? work());
}

async function tell({ web }: Link, { place, person_id, at, key }: SentForm, view: TurnView): Promise<void> {
  const text = toMrkdwn(view.reply.text);
  const again =
    at && view.error && MENDABLE.has(view.error.code) ? openerId(at.message_id, at.block, key) : undefined;
  const section: types.SectionBlock = { type: "section", text: { type: "mrkdwn", text, verbatim: true } };
  const actions: types.ActionsBlock[] =
    again === undefined ? [] : [{ type: "actions", elements: [plainButton(again, "Fill in again")] }];
  await web.chat.postEphemeral({
    channel: place.channel,
    user: person_id,
    text,
    blocks: [section, ...actions],
    ...(place.thread === undefined ? {} : { thread_ts: place.thread }),
  });
}
