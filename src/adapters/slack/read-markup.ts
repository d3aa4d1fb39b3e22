import { cleanCharacters } from "../../lib/clean-characters.ts";
import { unlessBlank } from "../../lib/unless-blank.ts";
import { withEmoji } from "./emoji.ts";

const CODE = /(```[\s\S]*?```|`[^`\n]+`)/;

/**
 * What a person wrote, as Markdown: names for ids, addresses for links, Backlot's own name left out. Slack sends marks of
 * its own (https://docs.slack.dev/messaging/formatting-message-text); code comes as it is, with its line breaks and spaces.
 */
export function fromMarkup(text: string, selfId: string): string {
  const read = cleanCharacters(text)
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? unescaped(named(part, selfId)) : unstyled(named(part, selfId))))
    .join("");
  return unlessBlank(read);
}

/** Ids in brackets as words. */
const named = (text: string, selfId: string): string =>
  text
    .replace(/<@([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) =>
      id === selfId ? "" : `@${name || id}`,
    )
    .replace(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => `#${name || id}`)
    .replace(/<!(?:subteam\^\w+|date\^[^|>]*)\|([^>]*)>/g, "$1")
    .replace(/<!(\w+)(?:[\^|][^>]*)?>/g, "@$1")
    .replace(/<((?:https?|mailto|tel):[^|>]+)(?:\|([^>]*))?>/g, (_, url: string, label?: string) =>
      linkText(url, label),
    );

const unstyled = (text: string): string =>
  unescaped(
    withEmoji(text)
      .replace(/^(?:&gt;){3}\s?([\s\S]*)/m, (_, rest: string) => rest.replace(/^/gm, "&gt; "))
      .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])/g, "**$1**")
      .replace(/(?<![\w~])~(?=[^\s~])([^~\n]+?)(?<=[^\s~])~(?![\w~])/g, "~~$1~~")
      .replace(/^([ \t]*)[•◦▪]\s+/gm, (_, indent: string) => `${indent.replaceAll("\t", "  ")}- `)
      .replace(/(?<=\S)[ \t]{2,}/g, " "),
  );

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Slack links what looks like an address by itself; then the label is all that the person typed. */
function linkText(url: string, label: string | undefined): string {
  if (!label || label === url) return url.replace(/^(mailto|tel):/, "");
  return url.includes(label) ? label : `[${label.replaceAll("]", "")}](${url})`;
}
