import type { CommandInfo, CommandOption, Completion, Typing } from "../api/wire.ts";

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
      /** What to ask the server for, when it knows how the option may go on. */
      readonly asks?: Typing;
      /** The text before what is being typed. */
      readonly before: string;
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
  const typed = typedIn(text, word);
  const before = text.slice(0, text.length - typed.length).replace(/"$/, "");
  const items = option === undefined ? [] : valuesLike(typed, option, before);
  if (option?.completed !== true || option.choices)
    return { stage: "option", command, option, items, before };
  const given = givenIn(words.slice(0, -1), command);
  const asks = { command: command.name, option: option.name, typed, given };
  return { stage: "option", command, option, items, before, asks };
}

/** What the server has found, as lines of the palette. */
export const completedItems = (
  { before, option }: Extract<Suggestions, { stage: "option" }>,
  found: readonly Completion[],
): readonly Suggestion[] =>
  found
    .slice(0, MOST_CHOICES)
    .map(({ label, value }) => ({ text: `${before}${quoted(value)} `, label, about: option?.name ?? "" }));

/** The word at the end, or all that stands behind a quote that is still open. */
function typedIn(text: string, word: string): string {
  const quotes = text.split('"');
  if (quotes.length % 2 === 0) return quotes.at(-1) ?? "";
  return word.slice(word.indexOf("=") + 1);
}

/** What the words before the last give, read as `optionAt` reads them. */
function givenIn(words: readonly string[], command: CommandInfo): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [index, word] of words.entries()) {
    const option = optionAt(words.slice(0, index + 1), command);
    if (option === undefined) continue;
    const value = word.slice(word.indexOf("=") + 1).replaceAll('"', "");
    given[option.name] = [given[option.name], value].filter(Boolean).join(" ");
  }
  return given;
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
  const open = typed.filter(({ name, hidden }) => hidden !== true && !byName.includes(name));
  const loose = byName.filter((name) => name === undefined).length;
  return open[loose] ?? options[end];
}

function named(word: string, options: readonly CommandOption[]): CommandOption | undefined {
  const at = word.indexOf("=");
  return at < 1 ? undefined : options.find(({ name }) => name === word.slice(0, at));
}

function valuesLike(typed: string, option: CommandOption, before: string): readonly Suggestion[] {
  return (option.choices ?? [])
    .filter((choice) => choice.toLowerCase().startsWith(typed.toLowerCase()) && choice !== typed)
    .slice(0, MOST_CHOICES)
    .map((choice) => ({ text: `${before}${quoted(choice)} `, label: choice, about: option.name }));
}

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);
