import type { CommandInfo, CommandOption } from "../api/wire.ts";

interface Suggestion {
  /** The whole text of the composer once this is taken. */
  readonly text: string;
  readonly label: string;
  readonly about: string;
}

export type Suggestions =
  | { readonly stage: "command"; readonly items: readonly Suggestion[] }
  | {
      readonly stage: "option";
      readonly command: CommandInfo;
      /** The option being typed; undefined when all are given. */
      readonly option: CommandOption | undefined;
      readonly items: readonly Suggestion[];
    };

const MOST_CHOICES = 12;

/**
 * What may follow in a line that begins with "/": command names first, then the values of the option being typed, read
 * as the server reads them (`name=value` pairs by name, other words in the options' order). Undefined: nothing to suggest.
 */
export function suggest(text: string, commands: readonly CommandInfo[]): Suggestions | undefined {
  if (!text.startsWith("/") || text.includes("\n")) return undefined;
  const [head = "", ...words] = text.slice(1).split(/\s+/);
  if (words.length === 0) return { stage: "command", items: commandsLike(head.toLowerCase(), commands) };
  const command = commands.find(({ name }) => name === head.toLowerCase());
  if (command === undefined) return undefined;
  const word = words.at(-1) ?? "";
  const option = optionAt(words, command);
  const items = option === undefined ? [] : valuesLike(word, option, text);
  return { stage: "option", command, option, items };
}

/** Names that begin with the word, then names and summaries that contain it. */
function commandsLike(word: string, commands: readonly CommandInfo[]): readonly Suggestion[] {
  const begins = commands.filter(({ name }) => name.startsWith(word));
  const contains = commands.filter(
    ({ name, summary }) =>
      !name.startsWith(word) && word.length > 1 && `${name} ${summary}`.toLowerCase().includes(word),
  );
  return [...begins, ...contains].map(({ name, summary, options }) => ({
    text: options.length === 0 ? `/${name}` : `/${name} `,
    label: `/${name}`,
    about: summary,
  }));
}

function optionAt(words: readonly string[], { options, rest }: CommandInfo): CommandOption | undefined {
  const current = named(words.at(-1) ?? "", options);
  if (current !== undefined) return current;
  const byName = words.slice(0, -1).map((word) => named(word, options)?.name);
  const end = options.findIndex(({ name }) => name === rest);
  const typed = end === -1 ? options : options.slice(0, end);
  const open = typed.filter(({ name }) => !byName.includes(name));
  const loose = byName.filter((name) => name === undefined).length;
  return open[loose] ?? options[end];
}

function named(word: string, options: readonly CommandOption[]): CommandOption | undefined {
  const at = word.indexOf("=");
  return at < 1 ? undefined : options.find(({ name }) => name === word.slice(0, at));
}

function valuesLike(word: string, option: CommandOption, text: string): readonly Suggestion[] {
  const typed = word.slice(word.indexOf("=") + 1);
  const before = text.slice(0, text.length - typed.length);
  return (option.choices ?? [])
    .filter((choice) => choice.toLowerCase().startsWith(typed.toLowerCase()) && choice !== typed)
    .slice(0, MOST_CHOICES)
    .map((choice) => ({ text: `${before}${quoted(choice)} `, label: choice, about: option.name }));
}

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);
