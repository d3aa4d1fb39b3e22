import type { Person } from "../../chat/inbound-event.ts";
import type { Place } from "../../domain/session.ts";
import type { Row } from "./buttons.ts";
import { hasCode } from "./failure.ts";
import type { Link } from "./link.ts";
import { homeOf } from "./post-id.ts";

const PRIVATE = 1 << 6;
const SUPPRESS_EMBEDS = 1 << 2;
const NOBODY = { allowed_mentions: { parse: [] } };

export interface Told {
  readonly content: string;
  readonly components?: readonly Row[];
}

/**
 * Says something to one person alone, in answer to what they did. Discord takes that for fifteen minutes
 * (https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages); what comes later, or
 * where Discord never heard that the interaction arrived, is said to them in the channel. `announced`: the answer that
 * was announced becomes it.
 */
export async function tellAlone(
  link: Link,
  token: string,
  to: { readonly person: Person; readonly place: Place },
  told: Told,
  announced = false,
): Promise<void> {
  const { rest, application } = link.client;
  const { Routes } = link.discord;
  const { content, components = [] } = told;
  const body = { content, components, ...NOBODY };
  try {
    if (announced) await rest.patch(Routes.webhookMessage(application.id, token), { body, auth: false });
    else
      await rest.post(Routes.webhook(application.id, token), {
        body: { ...body, flags: PRIVATE },
        auth: false,
      });
  } catch (error) {
    if (!isOver(error, link)) throw error;
    const { name = "You" } = to.person;
    const said = `**${name}**, about what you did here: ${content}`;
    const shown = { ...body, content: said, flags: SUPPRESS_EMBEDS };
    const say = (channel: string) => rest.post(Routes.channelMessages(channel), { body: shown });
    await say(homeOf(to.place)).catch((refusal: unknown) => {
      // Where no thread could be opened, what they did stands in the channel.
      if (!hasCode(refusal, link.discord.RESTJSONErrorCodes.UnknownChannel, link.discord)) throw refusal;
      return say(to.place.channel);
    });
  }
}

const isOver = (error: unknown, { discord }: Link): boolean => {
  const { InvalidWebhookToken, UnknownInteraction, UnknownWebhook } = discord.RESTJSONErrorCodes;
  return [InvalidWebhookToken, UnknownInteraction, UnknownWebhook].some((code) =>
    hasCode(error, code, discord),
  );
};
