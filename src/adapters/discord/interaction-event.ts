import { readAsideId } from "../../chat/aside.ts";
import type { InboundEvent } from "../../chat/inbound-event.ts";
import { readOpeningId } from "../../chat/opening.ts";
import { eventOf, FORM_PREFIX, readSentId, type SentPage } from "./form-id.ts";
import { SAY_MODAL } from "./form-modal.ts";
import { InteractionPayload } from "./payload.ts";
import { ALONE, personOf } from "./person.ts";
import { placeOf } from "./surroundings.ts";

const INTERACTION = "discord:interaction:";
const COMMAND = 2;
const COMPONENT = 3;
const MODAL_SUBMIT = 5;
const CHAT_INPUT = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
/** Snowflakes count milliseconds from here: 2015-01-01T00:00:00Z. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** A slash command, a press or a submitted form as an event; undefined for what Backlot does not offer. */
export function interactionEvent(data: unknown): InboundEvent | undefined {
  const { success, data: interaction } = InteractionPayload.safeParse(data);
  const base = success ? baseOf(interaction) : undefined;
  if (!success || !base) return undefined;
  switch (interaction.type) {
    case COMMAND:
      return command(base, interaction);
    case COMPONENT:
      return saved(base, interaction) ?? choice(base, interaction);
    case MODAL_SUBMIT:
      return form(base, interaction);
    default:
      return undefined;
  }
}

type Base = Pick<InboundEvent, "id" | "place" | "person" | "at">;

/** Where an interaction happens and who it is by; undefined when it does not say. */
export function baseOf(interaction: InteractionPayload): Base | undefined {
  const user = interaction.member?.user ?? interaction.user;
  const channel =
    interaction.channel ?? (interaction.channel_id ? { id: interaction.channel_id, type: 0 } : undefined);
  if (!user || !channel || !/^\d+$/.test(interaction.id)) return undefined;
  return {
    id: `${INTERACTION}${interaction.id}`,
    place: placeOf(channel, interaction.guild_id, interaction.message?.message_reference?.message_id),
    person: personOf(user, interaction.member?.nick, permissionsOf(interaction), interaction.member?.roles),
    at: new Date(Number(BigInt(interaction.id) >> 22n) + DISCORD_EPOCH_MS).toISOString(),
  };
}

function permissionsOf({ guild_id, member }: InteractionPayload): bigint | undefined {
  if (guild_id === undefined) return ALONE;
  return member?.permissions && /^\d+$/.test(member.permissions) ? BigInt(member.permissions) : undefined;
}

function command(base: Base, { data }: InteractionPayload): InboundEvent | undefined {
  if (!data?.name || (data.type ?? CHAT_INPUT) !== CHAT_INPUT) return undefined;
  const given = (data.options ?? []).flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const words = given.map(([name, value]) => `${name}:${value}`);
  return {
    ...base,
    type: "command",
    command: data.name,
    options: Object.fromEntries(given),
    text: [`/${data.name}`, ...words].join(" "),
  };
}

const partOf = ({ page, pages, before }: SentPage, last = page >= pages - 1) => ({
  page,
  pages,
  last,
  ...(before === undefined ? {} : { before: eventOf(before) }),
});

/** The pages that were sent are all that is to be saved. */
function saved(base: Base, { data }: InteractionPayload): InboundEvent | undefined {
  const sent = data?.component_type === BUTTON ? readSentId(data.custom_id ?? "") : undefined;
  if (!sent?.save || !sent.at) return undefined;
  return { ...base, type: "form", form_id: sent.form_id, values: {}, part: partOf(sent.at, true) };
}

/** Every press is an event of its own: whether the choice still acts, or is voted on, is not for Discord to say. */
function choice(base: Base, { data }: InteractionPayload): InboundEvent | undefined {
  const id = data?.custom_id ?? "";
  const pressed = data?.component_type === STRING_SELECT ? data.values?.[0] : (readOpeningId(id) ?? id);
  if (data?.component_type !== STRING_SELECT && data?.component_type !== BUTTON) return undefined;
  if (!pressed || pressed.startsWith(FORM_PREFIX) || readAsideId(pressed)) return undefined;
  const event = `discord:choice:${pressed}:${base.id.slice(INTERACTION.length)}`;
  // A message for one person does not say where the choices stand; their list does.
  const [, thread] = /^menu:.*@(\d+)$/.exec(id) ?? [];
  const place = thread === undefined ? base.place : { thread, ...base.place };
  return { ...base, place, id: event, type: "choice", choice_id: pressed, unique: true };
}

function form(base: Base, { data }: InteractionPayload): InboundEvent | undefined {
  const id = data?.custom_id ?? "";
  if (id !== SAY_MODAL && !id.startsWith(FORM_PREFIX)) return undefined;
  const inputs = (data?.components ?? []).flatMap((row) => [
    ...(row.component ? [row.component] : []),
    ...(row.components ?? []),
  ]);
  const values = inputs.map(
    (input) => [input.custom_id, input.value ?? input.values?.join(", ") ?? ""] as const,
  );
  if (id === SAY_MODAL) {
    const text = (values[0]?.[1] ?? "").trim();
    return text === "" ? undefined : { ...base, type: "message", text };
  }
  const sent = readSentId(id);
  if (!sent) return undefined;
  return {
    ...base,
    type: "form",
    form_id: sent.form_id,
    values: Object.fromEntries(values),
    ...(sent.at && (sent.at.pages > 1 || sent.at.before) ? { part: partOf(sent.at) } : {}),
  };
}
