import { z } from "zod";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import { toldAlone } from "../../chat/told-alone.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import { unpinged } from "../../chat/unpinged.ts";
import { splitText } from "../../lib/split-text.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Receiver } from "../../ports/platform.ts";
import { formFollowUps } from "./answer-form.ts";
import { lateForm } from "./answer-opening.ts";
import type { Link } from "./link.ts";
import type { InteractionPayload } from "./payload.ts";
import { type Told, tellAlone } from "./tell-alone.ts";

/** Who waited longer than this for what a press came to has seen what became of the project since. */
const TOLD_WITHIN_MS = 60 * 60_000;
const MAX_CONTENT = 1_900;
const INTERACTION_ID = /(\d+)$/;

/** What is needed of an interaction to tell what it came to. The token is a secret for fifteen minutes. */
const Address = z.object({
  token: z.string(),
  custom_id: z.string().optional(),
  /** "Backlot is thinking …" is shown. */
  thinks: z.boolean().optional(),
});
export type Address = z.infer<typeof Address>;

export function addressOf(event: InboundEvent, interaction: InteractionPayload): Address {
  const { token, data } = interaction;
  const thinks = event.type === "form" && isOnItsOwn(interaction);
  return {
    token,
    ...(data?.custom_id === undefined ? {} : { custom_id: data.custom_id }),
    ...(thinks ? { thinks } : {}),
  };
}

/** A form that a command opened belongs to no message, which its acknowledgement could leave as it is. */
export const isOnItsOwn = ({ message }: InteractionPayload): boolean => message === undefined;

/** What a press, a command or a form came to, where that concerns the person alone. */
export async function tellOutcome(
  link: Link,
  receiver: Receiver,
  event: InboundEvent,
  { token, custom_id = "", thinks = false }: Address,
): Promise<void> {
  const view = await receiver.finished(event.id, TOLD_WITHIN_MS);
  const told = view?.private || view?.opened ? outcomeOf(view, event, custom_id) : [];
  if (told.length === 0 && !thinks) return receiver.outcomes?.ended(event.id);
  const tell = async () => {
    if (told.length === 0) await endThinking(link, token);
    for (const [index, one] of told.entries())
      await tellAlone(link, token, event, one, thinks && index === 0);
  };
  await (receiver.outcomes?.tell(event.id, tell) ?? tell());
}

/** Tells those whom an earlier life has not told yet. Never throws. */
export async function tellKept(link: Link, receiver: Receiver, logger: Logger): Promise<void> {
  for (const { event, address } of (await receiver.outcomes?.kept("discord")) ?? []) {
    const { data } = Address.safeParse(address);
    if (!data) continue;
    tellOutcome(link, receiver, event, data).catch((error: unknown) =>
      logger.warn({ err: error, event_id: event.id }, "what somebody did before could not be told"),
    );
  }
}

const outcomeOf = (view: TurnView, event: InboundEvent, customId: string): readonly Told[] =>
  event.type === "form"
    ? formFollowUps(customId, INTERACTION_ID.exec(event.id)?.[1] ?? "", event, view)
    : (lateForm(view) ?? splitText(unpinged(toldAlone(view)), MAX_CONTENT).map((content) => ({ content })));

/** What a form came to stands in a message of its own: nothing is left to be told alone. */
async function endThinking({ client, discord }: Link, token: string): Promise<void> {
  const route = discord.Routes.webhookMessage(client.application.id, token);
  // After fifteen minutes it is gone by itself.
  await client.rest.delete(route, { auth: false }).catch(() => undefined);
}
