import type {
  APIApplicationCommandBasicOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { BoundCommand } from "../../chat/command.ts";
import { type CommandOption, shownOptions } from "../../chat/command-options.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

// https://docs.discord.com/developers/interactions/application-commands
const CHAT_INPUT = 1;
const MAX_DESCRIPTION = 100;
const MAX_OPTIONS = 25;
const MAX_CHOICES = 25;
const MAX_CHOICE = 100;
const MAX_TEXT = 6_000;
const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
/** Where the bot itself is: in servers that installed it and in its own direct messages. Elsewhere it could not answer. */
const EVERYWHERE = { integration_types: [0], contexts: [0, 1] } as const;

export type PublishedCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * Backlot's commands as Discord publishes them: typed options within its limits, those that must be given first. A
 * server's own commands (`inGuild`) are in that server alone and say nothing of where else.
 */
export function applicationCommands(
  commands: readonly BoundCommand[],
  { inGuild = false } = {},
): PublishedCommand[] {
  return commands.map((command) => ({
    type: CHAT_INPUT,
    name: command.name,
    description: describe(command.summary),
    ...(inGuild
      ? {}
      : { integration_types: [...EVERYWHERE.integration_types], contexts: [...EVERYWHERE.contexts] }),
    options: shownOptions(command)
      .toSorted((a, b) => Number(b.required) - Number(a.required))
      .slice(0, MAX_OPTIONS)
      .map(option),
  }));
}

function option(from: CommandOption): APIApplicationCommandBasicOption {
  const base = {
    name: from.name,
    description: describe(from.description),
    ...(from.required ? { required: true } : {}),
  };
  const range = {
    ...(from.min === undefined ? {} : { min_value: from.min }),
    ...(from.max === undefined ? {} : { max_value: from.max }),
  };
  switch (from.type) {
    case "boolean":
      return { ...base, type: BOOLEAN };
    case "integer":
      return { ...base, type: INTEGER, ...range };
    case "number":
      return { ...base, type: NUMBER, ...range };
    case "string":
      return { ...base, type: STRING, ...(choicesOf(from) ?? { ...lengthsOf(from), ...completedOf(from) }) };
  }
}

/** Discord trims what it is given; what it says back is then the same. */
const describe = (text: string) => ellipsis(text.replace(/\s+/g, " ").trim(), MAX_DESCRIPTION);

/** A list longer than Discord's, or with a word too long for it, is left to the command's own schema. */
function choicesOf({ values }: CommandOption) {
  const fits = values?.every((value) => `${value}`.length <= MAX_CHOICE);
  if (!values || values.length > MAX_CHOICES || !fits) return undefined;
  return { choices: values.map((value) => ({ name: `${value}`, value: `${value}` })) };
}

/** Discord asks while one types, and takes any other words, too. */
const completedOf = ({ completed }: CommandOption): { autocomplete?: true } =>
  completed ? { autocomplete: true } : {};

const lengthsOf = ({ minLength, maxLength }: CommandOption) => ({
  ...(minLength ? { min_length: Math.min(minLength, MAX_TEXT) } : {}),
  ...(maxLength ? { max_length: Math.min(maxLength, MAX_TEXT) } : {}),
});
