import type { APIInteractionResponse } from "discord.js";
import { type Aside, readAsideId } from "../../chat/aside.ts";
import type { BoundCommand } from "../../chat/command.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import { unpinged } from "../../chat/unpinged.ts";
import { within } from "../../lib/within.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Receiver } from "../../ports/platform.ts";
import { formResponse } from "./answer-form.ts";
import { isOpening, openedModal } from "./answer-opening.ts";
import { asideMessages, asideResponse } from "./asides.ts";
import { completion } from "./completion.ts";
import { readOpenerId } from "./form-id.ts";
import { interactionEvent } from "./interaction-event.ts";
import type { Link } from "./link.ts";
import { addressOf, isOnItsOwn, tellOutcome } from "./outcome.ts";
import { InteractionPayload } from "./payload.ts";
import { tellAlone } from "./tell-alone.ts";

const PRIVATE = 1 << 6;
const MESSAGE = 4;
const MESSAGE_LATER = 5;
const UPDATE_LATER = 6;
const AUTOCOMPLETE_RESULT = 8;
const AUTOCOMPLETE = 4;
const MAX_CONTENT = 1_900;
/** Room for the command as it was typed; its record in the session is whole. */
const MAX_ECHO = 1_900;

/** Discord shows an error to whoever waits longer than three seconds. */
const OPEN_WITHIN_MS = 2_000;
const SLOW = "I could not open that in time; I am busy just now. Please press it once more.";
const UNKNOWN = "I do not offer that any more. Type /help to see what I do.";
const FAILED = "I could not take that just now. Please try again in a moment.";

interface AnswerParts {
  readonly receiver: Receiver;
  readonly commands: readonly BoundCommand[];
  /** Stores the event; it has tried again before it rejects. */
  readonly take: (event: InboundEvent) => Promise<{ duplicate: boolean }>;
  readonly clock: Clock;
}

/** Acknowledges an interaction at once, whatever the load, and takes it; the reply follows as a message of its own. */
export async function answerInteraction(
  link: Link,
  data: unknown,
  { receiver, commands, take, clock }: AnswerParts,
): Promise<void> {
  const { success, data: interaction } = InteractionPayload.safeParse(data);
  if (!success) return;
  if (interaction.type === AUTOCOMPLETE)
    return respond(link, interaction, {
      type: AUTOCOMPLETE_RESULT,
      data: await completion(interaction, receiver),
    });
  const opener = interaction.data?.custom_id && readOpenerId(interaction.data.custom_id);
  if (opener)
    return respond(
      link,
      interaction,
      await inTime(clock, formResponse(opener, personIn(interaction), receiver)),
    );
  const aside = readAsideId(interaction.data?.custom_id ?? "");
  if (aside) return answerAside(link, interaction, receiver, aside, clock);
  const event = interactionEvent(data);
  if (!event) return respond(link, interaction, acknowledgement(event, interaction));
  if (event.type !== "message") receiver.outcomes?.keep(event, addressOf(event, interaction));
  const settled = (acknowledged: Promise<void>, taken: Promise<{ duplicate: boolean }>, opened = false) =>
    settle(link, interaction, receiver, event, { acknowledged, taken, opened });
  if (!isOpening(interaction, event, commands))
    return settled(respond(link, interaction, acknowledgement(event, interaction)), take(event));
  const taken = take(event);
  const modal = await openedModal(event, taken, receiver, clock);
  return settled(
    respond(link, interaction, modal ?? acknowledgement(event, interaction)),
    taken,
    modal !== undefined,
  );
}

interface Course {
  readonly acknowledged: Promise<void>;
  readonly taken: Promise<{ duplicate: boolean }>;
  /** What it came to is before the person already. */
  readonly opened: boolean;
}

async function settle(
  link: Link,
  interaction: InteractionPayload,
  receiver: Receiver,
  event: InboundEvent,
  { acknowledged, taken, opened }: Course,
): Promise<void> {
  const [ack, stored] = await Promise.allSettled([acknowledged, taken]);
  if (stored.status === "rejected") {
    await tell(link, interaction, event, FAILED);
    throw stored.reason;
  }
  // Of what another process heard as well, that one tells.
  const mine = event.type !== "message" && !stored.value.duplicate;
  if (mine && opened) await receiver.outcomes?.tell(event.id, async () => undefined);
  else if (mine) await tellOutcome(link, receiver, event, addressOf(event, interaction));
  if (ack.status === "rejected") throw ack.reason;
}

async function answerAside(
  link: Link,
  interaction: InteractionPayload,
  receiver: Receiver,
  aside: Aside,
  clock: Clock,
): Promise<void> {
  const fromPrivate = ((interaction.message?.flags ?? 0) & PRIVATE) !== 0;
  await respond(link, interaction, await inTime(clock, asideResponse(aside, receiver, fromPrivate)));
  const messages = await asideMessages(aside, receiver, fromPrivate ? undefined : repliedTo(interaction));
  if (!messages) return;
  const [first, ...rest] = messages;
  const { Routes } = link.discord;
  const route = Routes.webhookMessage(link.client.application.id, interaction.token);
  await link.client.rest.patch(route, { body: first, auth: false });
  for (const { content } of rest) await follow(link, interaction, content ?? "");
}

/**
 * A modal cannot follow later, so what it holds is waited for; where that takes longer than Discord waits, the person is
 * asked to press once more.
 */
const inTime = async (
  clock: Clock,
  response: Promise<APIInteractionResponse>,
): Promise<APIInteractionResponse> =>
  (await within(clock, OPEN_WITHIN_MS, response)) ?? {
    type: MESSAGE,
    data: { content: SLOW, flags: PRIVATE },
  };

/** The message that the pressed one answers: the place where no thread could be opened from it. */
const repliedTo = ({ message }: InteractionPayload): string | undefined =>
  message?.message_reference?.message_id;

/** A command is answered with itself, so that others see what was asked; a press changes nothing until its reply does. */
function acknowledgement(
  event: InboundEvent | undefined,
  interaction: InteractionPayload,
): APIInteractionResponse {
  if (!event && isOnItsOwn(interaction)) return { type: MESSAGE, data: { content: UNKNOWN, flags: PRIVATE } };
  if (event?.type === "form" && isOnItsOwn(interaction))
    return { type: MESSAGE_LATER, data: { flags: PRIVATE } };
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

const quoted = ({ person, text }: InboundEvent & { type: "message" }): string => {
  const said = unpinged(`**${person.name ?? "Somebody"}:**\n${text.replace(/^/gm, "> ")}`);
  return said.length > MAX_CONTENT ? `${said.slice(0, MAX_CONTENT)}…` : said;
};

const personIn = ({ member, user }: InteractionPayload): string => (member?.user ?? user)?.id ?? "";

async function respond(link: Link, { id, token }: InteractionPayload, body: APIInteractionResponse) {
  await link.client.rest.post(link.discord.Routes.interactionCallback(id, token), { body, auth: false });
}

/** Says something to the person alone; under a command, in place of its echo. */
async function tell(
  link: Link,
  interaction: InteractionPayload,
  event: InboundEvent,
  content: string,
): Promise<void> {
  const { Routes } = link.discord;
  const { token } = interaction;
  const application = link.client.application.id;
  if (event.type === "command" || (event.type === "form" && isOnItsOwn(interaction))) {
    const route = Routes.webhookMessage(application, token);
    const said = link.client.rest.patch(route, {
      body: { content, allowed_mentions: { parse: [] } },
      auth: false,
    });
    if (
      await said.then(
        () => true,
        () => false,
      )
    )
      return;
  }
  await tellAlone(link, token, event, { content });
}

async function follow(
  { client, discord }: Link,
  { token }: Pick<InteractionPayload, "token">,
  content: string,
): Promise<void> {
  const route = discord.Routes.webhook(client.application.id, token);
  await client.rest.post(route, {
    body: { content, flags: PRIVATE, allowed_mentions: { parse: [] } },
    auth: false,
  });
}
