import type { APICommandAutocompleteInteractionResponseCallbackData } from "discord.js";
import type { Asked } from "../../chat/completion.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import type { Receiver } from "../../ports/platform.ts";
import { baseOf } from "./interaction-event.ts";
import type { InteractionPayload } from "./payload.ts";

// https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure
const MAX_CHOICES = 25;
const MAX_LABEL = 100;
const MAX_VALUE = 100;

/**
 * The lines to pick from while somebody types. Empty when nothing is known, and when it cannot be learned just now: who
 * types may always type on. A value that Discord would not take is left out, since a shorter one would mean something else.
 */
export async function completion(
  interaction: InteractionPayload,
  receiver: Receiver,
): Promise<APICommandAutocompleteInteractionResponseCallbackData> {
  const asked = askedOf(interaction);
  const found = (asked && (await receiver.complete?.(asked).catch(() => []))) ?? [];
  const choices = found
    .filter(({ label, value }) => label !== "" && value.length <= MAX_VALUE)
    .map(({ label, value }) => ({ name: ellipsis(label, MAX_LABEL), value }));
  return { choices: choices.slice(0, MAX_CHOICES) };
}

function askedOf(interaction: InteractionPayload): Asked | undefined {
  const base = baseOf(interaction);
  const { name, options = [] } = interaction.data ?? {};
  const focused = options.find((option) => option.focused);
  if (!base || name === undefined || !focused) return undefined;
  const given = options.flatMap((option) =>
    option === focused || option.value === undefined ? [] : [[option.name, option.value] as const],
  );
  return {
    place: base.place,
    person: base.person,
    command: name,
    option: focused.name,
    typed: `${focused.value ?? ""}`,
    given: Object.fromEntries(given),
  };
}
