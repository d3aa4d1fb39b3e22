import { type Answer, type Body, ok, type RestParts, refuse } from "./answers.ts";
import type { World } from "./world.ts";

// https://docs.discord.com/developers/interactions/application-commands
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;
const STRING = 3;
const COUNTED = [4, 10];
const MAX_CHARS = 8_000;

interface Option {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
}

interface Command {
  readonly type?: number;
  readonly name: string;
  readonly description: string;
  readonly options?: readonly Option[];
  readonly contexts?: readonly number[];
  readonly integration_types?: readonly number[];
}

export const getCommands = ({ world }: RestParts, [, guild]: string[]): Answer =>
  guild !== undefined && guild !== world.guildId ? MISSING_ACCESS : ok(kept(world, guild).toReversed());

/** PUT …/commands: takes the place of all, everywhere or in one server. What was left out is filled in. */
export function putCommands({ world }: RestParts, [, guild]: string[], body: Body): Answer {
  if (guild !== undefined && guild !== world.guildId) return MISSING_ACCESS;
  const commands = body as unknown as Command[];
  const broken = brokenCommands(commands);
  if (
    guild !== undefined &&
    commands.some((command) => "contexts" in command || "integration_types" in command)
  )
    broken.push("contexts: only for commands that are everywhere");
  if (broken.length > 0) return refuse(400, 50_035, `Invalid Form Body: ${broken.join("; ")}`);
  world.commandWrites += 1;
  const now = commands.map((command) => normalised(world, command, guild));
  if (guild === undefined) world.commands = now;
  else world.guildCommands = now;
  return ok(now);
}

const MISSING_ACCESS = refuse(403, 50_001, "Missing Access");

const kept = (world: World, guild: string | undefined) =>
  guild === undefined ? world.commands : world.guildCommands;

/** As Discord tells a command: with ids, defaults and translations, without what is false. */
function normalised(world: World, command: Command, guild: string | undefined): Record<string, unknown> {
  const { options = [], contexts, integration_types = [0], ...rest } = command;
  return {
    id: world.nextId(),
    application_id: world.applicationId,
    version: world.nextId(),
    default_member_permissions: null,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...rest,
    type: command.type ?? 1,
    ...(guild === undefined
      ? {
          dm_permission: true,
          integration_types: [...integration_types].reverse(),
          contexts: contexts ?? null,
        }
      : { guild_id: guild, integration_types: [0], contexts: null }),
    ...(options.length > 0 ? { options: options.map(normalisedOption) } : {}),
  };
}

function normalisedOption({ required, autocomplete, choices, ...rest }: Option): Record<string, unknown> {
  return {
    name_localizations: null,
    ...rest,
    ...(required ? { required } : {}),
    ...(autocomplete ? { autocomplete } : {}),
    ...(choices && choices.length > 0
      ? { choices: choices.map((choice) => ({ name_localizations: null, ...choice })) }
      : {}),
  };
}

function brokenCommands(commands: readonly Command[]): string[] {
  const names = commands.map(({ name }) => name);
  return [
    ...(commands.length > 100 ? ["at most 100 commands"] : []),
    ...(new Set(names).size < names.length ? ["names: each once"] : []),
    ...commands.flatMap(brokenCommand),
  ];
}

function brokenCommand({ name, description, options = [] }: Command): string[] {
  const order = options.map(({ required }) => Number(required ?? false));
  const chars = [
    name + description,
    ...options.map((option) => option.name + option.description),
    ...options.flatMap(({ choices = [] }) => choices.map((choice) => `${choice.name}${choice.value}`)),
  ].join("");
  return [
    ...brokenWords(name, description),
    ...(options.length > 25 ? [`${name}: at most 25 options`] : []),
    ...(new Set(options.map((option) => option.name)).size < options.length
      ? [`${name}: options each once`]
      : []),
    ...(order.join() === order.toSorted((a, b) => b - a).join()
      ? []
      : [`${name}: required options come first`]),
    ...(chars.length > MAX_CHARS ? [`${name}: at most ${MAX_CHARS} characters`] : []),
    ...options.flatMap(brokenOption),
  ];
}

function brokenWords(name: string, description: string): string[] {
  return [
    ...(NAME.test(name) && name === name.toLowerCase() ? [] : [`${name}: not a name`]),
    ...(description.length >= 1 && description.length <= 100
      ? []
      : [`${name}: description of 1 to 100 characters`]),
    ...(description === description.trim() ? [] : [`${name}: description begins or ends with a space`]),
  ];
}

function brokenOption(option: Option): string[] {
  const { type, name, description, choices = [] } = option;
  const text = option.min_length !== undefined || option.max_length !== undefined;
  const range = option.min_value !== undefined || option.max_value !== undefined;
  const long = choices.some((choice) => `${choice.name}`.length > 100 || `${choice.value}`.length > 100);
  return [
    ...brokenWords(name, description),
    ...(choices.length > 25 || long ? [`${name}: at most 25 choices of 100 characters`] : []),
    ...(choices.length > 0 && option.autocomplete ? [`${name}: choices or autocomplete`] : []),
    ...(text && type !== STRING ? [`${name}: lengths are for text`] : []),
    ...(range && !COUNTED.includes(type) ? [`${name}: a range is for numbers`] : []),
    ...((option.min_length ?? 0) > 6_000 || (option.max_length ?? 1) > 6_000 || option.max_length === 0
      ? [`${name}: lengths up to 6000`]
      : []),
  ];
}
