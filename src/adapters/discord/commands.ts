import type {
  APIApplicationCommandBasicOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { BoundCommand } from "../../chat/command.ts";
import { type CommandOption, commandOptions } from "../../chat/command-options.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

// https://docs.discord.com/developers/interactions/application-commands
const CHAT_INPUT = 1;
const MAX_DESCRIPTION = 100;
const MAX_OPTIONS = 25;
const MAX_VALUES = 25;
const MAX_TEXT = 6_000;
const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;

/** Backlot's commands as Discord publishes them: typed options, those that must be given first. */
export function applicationCommands(
  commands: readonly BoundCommand[],
): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return commands.map((command) => ({
    type: CHAT_INPUT,
    name: command.name,
    description: ellipsis(command.summary, MAX_DESCRIPTION),
    options: commandOptions(command.options)
      .toSorted((a, b) => Number(b.required) - Number(a.required))
      .slice(0, MAX_OPTIONS)
      .map(option),
  }));
}

/** Whether what Discord has is what Backlot wants; Discord adds fields of its own and leaves out what is false or empty. */
export function sameCommands(
  published: readonly unknown[],
  wanted: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[],
): boolean {
  const told = (all: readonly unknown[]) => all.map((one) => JSON.stringify(essence(one))).sort();
  return JSON.stringify(told(published)) === JSON.stringify(told(wanted));
}

function option(from: CommandOption): APIApplicationCommandBasicOption {
  const base = {
    name: from.name,
    description: ellipsis(from.description, MAX_DESCRIPTION),
    ...(from.required ? { required: true } : {}),
  };
  const range = {
    ...(from.min === undefined ? {} : { min_value: from.min }),
    ...(from.max === undefined ? {} : { max_value: from.max }),
  };
  const values = from.values && from.values.length <= MAX_VALUES ? from.values : undefined;
  switch (from.type) {
    case "boolean":
      return { ...base, type: BOOLEAN };
    case "integer":
      return { ...base, type: INTEGER, ...range };
    case "number":
      return { ...base, type: NUMBER, ...range };
    case "string":
      if (values) {
        return {
          ...base,
          type: STRING,
          choices: values.map((value) => ({ name: `${value}`, value: `${value}` })),
        };
      }
      return {
        ...base,
        type: STRING,
        ...(from.minLength ? { min_length: Math.min(from.minLength, MAX_TEXT) } : {}),
        ...(from.maxLength ? { max_length: Math.min(from.maxLength, MAX_TEXT) } : {}),
      };
  }
}

const COMPARED = [
  "type",
  "name",
  "description",
  "required",
  "choices",
  "value",
  "min_value",
  "max_value",
  "min_length",
  "max_length",
  "options",
];

function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.map(essence) : undefined;
  if (typeof value !== "object" || value === null) return value === false ? undefined : value;
  const fields = value as Record<string, unknown>;
  return Object.fromEntries(
    COMPARED.map((key) => [key, essence(fields[key])]).filter(([, field]) => field !== undefined),
  );
}
