import type { APIInteractionResponse } from "discord.js";
import { type Aside, readAsideId } from "../../chat/aside.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import { unpinged } from "../../chat/unpinged.ts";
import { splitText } from "../../lib/split-text.ts";
import type { Receiver } from "../../ports/platform.ts";
import { formFollowUps, formResponse } from "./answer-form.ts";
import { asideMessages, asideResponse } from "./asides.ts";
import type { Row } from "./buttons.ts";
import { completion } from "./completion.ts";
import { readOpenerId } from "./form-id.ts";
import { interactionEvent } from "./interaction-event.ts";
import type { Link } from "./link.ts";
import { InteractionPayload } from "./payload.ts";

const PRIVATE = 1 << 6;
const MESSAGE = 4;
const UPDATE_LATER = 6;
const AUTOCOMPLETE_RESULT = 8;
const AUTOCOMPLETE = 4;
/** A press is answered alone soon or not at all; Discord takes what follows an interaction for fifteen minutes. */
const TOLD_WITHIN_MS = 5 * 60_000;
const MAX_CONTENT = 1_900;
/** Room for the command as it was typed; its record in the session is whole. */
const MAX_ECHO = 1_900;

const FAILED = "I could not take that just now. Please try again in a moment.";

/**
 * Acknowledges an interaction at once, whatever the load, and takes it; the reply follows as a message of its own.
 * `take` stores the event; it has tried again before it rejects.
 */
export async function answerInteraction(
  link: Link,
  data: unknown,
  receiver: Receiver,
  take: (event: InboundEvent) => Promise<{ duplicate: boolean }>,
): Promise<void> {
  const { success, data: interaction } = InteractionPayload.safeParse(data);
  if (!success) return;
  if (interaction.type === AUTOCOMPLETE)
    return respond(link, interaction, {
      type: AUTOCOMPLETE_RESULT,
      data: await completion(interaction, receiver),
    });
  const opener = interaction.data?.custom_id && readOpenerId(interaction.data.custom_id);
  if (opener) return respond(link, interaction, await formResponse(opener, personIn(interaction), receiver));
  const aside = readAsideId(interaction.data?.custom_id ?? "");
  if (aside) return answerAside(link, interaction, receiver, aside);
  const event = interactionEvent(data);
  const acknowledged = respond(link, interaction, acknowledgement(event));
  if (!event) return acknowledged;
  const [ack, stored] = await Promise.allSettled([acknowledged, take(event)]);
  if (stored.status === "rejected") {
    await tell(link, interaction, event, FAILED);
    throw stored.reason;
  }
  if (ack.status === "rejected") throw ack.reason;
  const mayBeAlone = event.type !== "message";
  if (mayBeAlone && !stored.value.duplicate) await tellAlone(link, interaction, event, receiver);
}

/** What a press or a command came to, where that concerns the presser alone. */
async function tellAlone(
  link: Link,
  interaction: InteractionPayload,
  event: InboundEvent,
  receiver: Receiver,
): Promise<void> {
  const view = await receiver.finished(event.id, TOLD_WITHIN_MS);
  if (!view?.private) return;
  if (event.type === "form") {
    for (const told of formFollowUps(interaction.data?.custom_id ?? "", interaction.id, event, view))
      await follow(link, interaction, told.content, told.components);
    return;
  }
  for (const piece of splitText(unpinged(view.reply.text), MAX_CONTENT))
    await follow(link, interaction, piece);
}

async function answerAside(
  link: Link,
  interaction: InteractionPayload,
  receiver: Receiver,
  aside: Aside,
): Promise<void> {
  const fromPrivate = ((interaction.message?.flags ?? 0) & PRIVATE) !== 0;
  await respond(link, interaction, await asideResponse(aside, receiver, fromPrivate));
  const messages = await asideMessages(aside, receiver, fromPrivate ? undefined : repliedTo(interaction));
  if (!messages) return;
  const [first, ...rest] = messages;
  const { Routes } = link.discord;
  const route = Routes.webhookMessage(link.client.application.id, interaction.token);
  await link.client.rest.patch(route, { body: first, auth: false });
  for (const { content } of rest) await follow(link, interaction, content ?? "");
}

/** The message that the pressed one answers: the place where no thread could be opened from it. */
const repliedTo = ({ message }: InteractionPayload): string | undefined =>
  message?.message_reference?.message_id;

/** A command is answered with itself, so that others see what was asked; a press changes nothing until its reply does. */
function acknowledgement(event: InboundEvent | undefined): APIInteractionResponse {
  // What was said in a modal nobody else has seen.
  if (event?.type === "message")
    return { type: MESSAGE, data: { content: quoted(event), allowed_mentions: { parse: [] } } };
  if (event?.type !== "command") return { type: UPDATE_LATER };
  return { type: MESSAGE, data: { content: echo(event.text), allowed_mentions: { parse: [] } } };
}

const echo = (typed: string): string => {
  const shown = typed.length > MAX_ECHO ? `${typed.slice(0, MAX_ECHO)}…` : typed;
  return `\`${unpinged(shown).replaceAll("`", "ˋ").replace(/\s+/g, " ")}\``;
};

const quoted = ({ person, text }: InboundEvent & { type: "message" }): string =>
  unpinged(`**${person.name ?? "Somebody"}:**\n${text.replace(/^/gm, "> ")}`).slice(0, MAX_CONTENT);

const personIn = ({ member, user }: InteractionPayload): string => (member?.user ?? user)?.id ?? "";

async function respond(link: Link, { id, token }: InteractionPayload, body: APIInteractionResponse) {
  await link.client.rest.post(link.discord.Routes.interactionCallback(id, token), { body, auth: false });
}

/** Says something to the person alone; under a command, in place of its echo. */
async function tell(
  link: Link,
  { token }: InteractionPayload,
  event: InboundEvent,
  content: string,
): Promise<void> {
  const { Routes } = link.discord;
  const application = link.client.application.id;
  if (event.type === "command") {
    const route = Routes.webhookMessage(application, token);
    await link.client.rest.patch(route, { body: { content, allowed_mentions: { parse: [] } }, auth: false });
  } else {
    await follow(link, { token }, content);
  }
}

async function follow(
  { client, discord }: Link,
  { token }: Pick<InteractionPayload, "token">,
  content: string,
  components: readonly Row[] = [],
): Promise<void> {
  const route = discord.Routes.webhook(client.application.id, token);
  await client.rest.post(route, {
    body: { content, components, flags: PRIVATE, allowed_mentions: { parse: [] } },
    auth: false,
  });
}
