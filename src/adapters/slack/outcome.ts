import { z } from "zod";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import { toldAlone } from "../../chat/told-alone.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import { tellSender } from "./answer-form.ts";
import { type SentForm, sentForm } from "./inbound.ts";
import { type TellAlone, tellEphemeral } from "./lasting-respond.ts";
import type { Link } from "./link.ts";
import { toMrkdwn } from "./markup.ts";
import { type OpenForm, offerForm } from "./pressed-form.ts";

/** Who waited longer than this for what a press came to has seen what became of the project since. */
const TOLD_WITHIN_MS = 60 * 60_000;

/** What is needed of a submitted form to tell what it came to. Slack takes a word to one person without any secret. */
const Address = z.object({
  key: z.string().optional(),
  at: z.object({ message_id: z.string(), block: z.int() }).optional(),
});
type Address = z.infer<typeof Address>;

export function addressOf(body: unknown): Address {
  const sent = sentForm(body);
  return sent ? { key: sent.key, ...(sent.at ? { at: sent.at } : {}) } : {};
}

interface Ways {
  readonly respond: TellAlone | undefined;
  readonly open: OpenForm | undefined;
}

/** What a press or a command came to, where that concerns the presser alone. */
export async function tellOutcome(
  receiver: Receiver,
  event: InboundEvent,
  { respond, open }: Ways,
): Promise<void> {
  const view = await receiver.finished(event.id, TOLD_WITHIN_MS);
  if (!view?.opened && !view?.private) return receiver.outcomes?.ended(event.id);
  const tell = async () => {
    if (view.opened) await open?.(view, event.place);
    else await alone(event, respond, toMrkdwn(toldAlone(view)));
  };
  await (receiver.outcomes?.tell(event.id, tell) ?? tell());
}

/** Says something to whoever did something, and to nobody else. */
export async function alone(
  { place }: InboundEvent,
  respond: TellAlone | undefined,
  text: string,
): Promise<void> {
  const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
  if (text !== "") await respond?.({ response_type: "ephemeral", replace_original: false, text, ...thread });
}

/** Tells those whom an earlier life has not told yet. Never throws. */
export async function tellKept(
  linkOf: (workspace: string) => Promise<Link>,
  receiver: Receiver,
  logger: Logger,
): Promise<void> {
  for (const { event, address } of (await receiver.outcomes?.kept("slack")) ?? []) {
    tellLater(linkOf, receiver, event, Address.safeParse(address).data ?? {}).catch((error: unknown) =>
      logger.warn({ err: error, event_id: event.id }, "what somebody did before could not be told"),
    );
  }
}

async function tellLater(
  linkOf: (workspace: string) => Promise<Link>,
  receiver: Receiver,
  event: InboundEvent,
  { key = "", at }: Address,
): Promise<void> {
  const { place, person } = event;
  const link = await linkOf(place.workspace);
  const respond = tellEphemeral(link, { channel: place.channel, user: person.id });
  if (event.type !== "form") {
    const open: OpenForm = (view) => offerForm(view, place, respond);
    return tellOutcome(receiver, event, { respond, open });
  }
  const view = await receiver.finished(event.id, TOLD_WITHIN_MS);
  const sent: SentForm = {
    ...{ event_id: event.id, key, place, at, values: event.values },
    person_id: person.id,
  };
  await tellSender(link, receiver, sent, view);
}
