import { UserError } from "../domain/errors.ts";
import { closest } from "../lib/closest.ts";
import type { BoundCommand } from "./command.ts";

export interface CommandLine {
  readonly command: BoundCommand;
  readonly options: Record<string, unknown>;
}

type Shape = Pick<BoundCommand, "name" | "options" | "rest">;

/**
 * Reads "/bulk characters 10 for the market" into a command and its raw options: `name=value` pairs by name, the other
 * words in the order of the schema's keys, and all that is left into the command's `rest` option. Values stay text;
 * the command's own schema judges them. Throws UserError for a command nobody knows.
 */
export function parseCommandLine(text: string, commands: readonly BoundCommand[]): CommandLine {
  const [head = "", ...words] = splitWords(text.trim().replace(/^\//, ""));
  const command = findCommand(head.toLowerCase(), commands);
  return { command, options: assign(words, command) };
}

export function findCommand(name: string, commands: readonly BoundCommand[]): BoundCommand {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const names = commands.map((command) => command.name);
  const near =
    closest(name.slice(0, 40), names) ??
    names.find((known) => known.startsWith(name.slice(0, 3)) && name.length >= 3);
  const hint = near ? `Did you mean /${near}? Type /help to see them all.` : "Type /help to see them all.";
  throw new UserError("not_found", `There is no command /${name.slice(0, 40)}.`, hint);
}

function assign(words: readonly string[], shape: Shape): Record<string, unknown> {
  const keys = Object.keys(shape.options.shape);
  const options: Record<string, unknown> = {};
  const loose: string[] = [];
  for (const word of words) {
    const named = /^([a-z_]+)=(.*)$/s.exec(word);
    if (named?.[1] && keys.includes(named[1])) options[named[1]] = named[2];
    else loose.push(word);
  }
  // What comes after the rest of the line can only be given by name, as buttons and forms do.
  const positional = shape.rest === undefined ? keys : keys.slice(0, keys.indexOf(shape.rest));
  const order = positional.filter((key) => !(key in options));
  for (const key of order) {
    if (loose.length === 0) break;
    options[key] = loose.shift();
  }
  if (loose.length > 0) {
    if (!shape.rest) throw tooMany(shape.name, loose);
    options[shape.rest] = [options[shape.rest], loose.join(" ")].filter(Boolean).join(" ");
  }
  return options;
}

function tooMany(name: string, loose: readonly string[]): UserError {
  return new UserError(
    "invalid",
    `/${name} does not take "${loose.join(" ").slice(0, 60)}".`,
    `Type /help ${name} to see its options.`,
  );
}

/** Splits at spaces; "quoted words" stay together, also after `name=`. */
function splitWords(line: string): string[] {
  const words = line.match(/(?:[^\s"]*"[^"]*"|[^\s"]+|")+/g) ?? [];
  return words.map((word) => word.replace(/"/g, ""));
}
