import { cleanCharacters } from "../../lib/clean-characters.ts";
import { unlessBlank } from "../../lib/unless-blank.ts";

const CODE = /(```[\s\S]*?```|`[^`\n]+`)/;

/** What ids in a message mean. What nobody knows the name of stays as it was written. */
export interface Names {
  readonly selfId: string;
  readonly person: (id: string) => string | undefined;
  readonly role?: ((id: string) => string | undefined) | undefined;
  readonly channel?: ((id: string) => string | undefined) | undefined;
}

/**
 * What a person wrote, as they see it: names for ids, times for numbers, emoji by their names, the call by name left out
 * (https://docs.discord.com/developers/reference#message-formatting). Code comes as it is.
 */
export function readMarkup(content: string, names: Names): string {
  const read = cleanCharacters(content)
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : readable(part, names)))
    .join("");
  return unlessBlank(read);
}

const readable = (text: string, { selfId, person, role, channel }: Names): string =>
  text
    .replace(/<@!?(\d+)>/g, (whole, id: string) => (id === selfId ? "" : nameIn("@", person(id), whole)))
    .replace(/<@&(\d+)>/g, (whole, id: string) => nameIn("@", role?.(id), whole))
    .replace(/<#(\d+)>/g, (whole, id: string) => nameIn("#", channel?.(id), whole))
    .replace(/<a?(:\w{2,32}:)\d+>/g, "$1")
    .replace(/<\/([-\w]+(?: [-\w]+){0,2}):\d+>/g, "/$1")
    .replace(/<id:(\w+)(?::\d+)?>/g, "#$1")
    .replace(
      /<t:(-?\d{1,13})(?::[tTdDfFsSR])?>/g,
      (whole, seconds: string) => timeOf(Number(seconds)) ?? whole,
    )
    .replace(/(?<=\S)[ \t]{2,}/g, " ");

const nameIn = (sign: string, name: string | undefined, whole: string) =>
  name === undefined ? whole : `${sign}${name}`;

/** "2026-03-01 10:00 UTC". */
function timeOf(seconds: number): string | undefined {
  const at = new Date(seconds * 1_000);
  return Number.isNaN(at.getTime()) ? undefined : `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
