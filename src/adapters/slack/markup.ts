import { unpinged } from "../../chat/unpinged.ts";
import { asTyped } from "./commands.ts";

/** Slack's own control characters as text: nothing escaped can ping, link or style. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const CODE = /(```[\s\S]*?```|~~~[\s\S]*?~~~|`[^`\n]+`)/;
/** Stand for the marks of bold and slanted text while others are read; no text has them. */
const BOLD = "\ufdd0";
const SLANTED = "\ufdd1";
const LINK = "\ufdd2";
/** An address as it stands in escaped text, without the full stop or bracket after it. */
const ADDRESS = String.raw`https?:\/\/(?:(?!&[lg]t;)[^\s|])+`;
const LABELLED = new RegExp(
  String.raw`!?\[([^[\]\n]+)\]\((${ADDRESS}?|mailto:[^\s)]+)(?:\s+(?:&quot;|")[^\n]*?(?:&quot;|"))?\)`,
  "g",
);
const BARE = new RegExp(String.raw`(?<![<|\w])(?:&lt;(${ADDRESS})&gt;|(${ADDRESS}))`, "g");

/**
 * Markdown as Slack's mrkdwn (https://docs.slack.dev/messaging/formatting-message-text). Code keeps its text; everything
 * is escaped, so that only links made here are links.
 */
export function toMrkdwn(markdown: string): string {
  return asTyped(unpinged(markdown))
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? escapeMarkup(plainCode(part)) : linked(escapeMarkup(part))))
    .join("");
}

/** Addresses are taken out before words are styled: what looks like a mark in one is none. */
function linked(text: string): string {
  const links: string[] = [];
  const keep = (url: string, label?: string) => {
    links.push(label === undefined ? `<${url}>` : `<${url}|${styled(label)}>`);
    return `${LINK}${links.length - 1}${LINK}`;
  };
  const kept = text
    .replace(LABELLED, (_, label: string, url: string) => keep(whole(url), label))
    .replace(BARE, (_, within: string | undefined, bare = "") => {
      if (within !== undefined) return keep(within);
      const url = bare.replace(/(?:[.,;:!?'"*_~]|&gt;|\)(?<!\([^)]*\)))+$/, "");
      return keep(url) + bare.slice(url.length);
    });
  return styled(kept).replace(/\ufdd2(\d+)\ufdd2/g, (_, at: string) => links[Number(at)] ?? "");
}

const whole = (url: string) => url.replaceAll("|", "%7C");

/** What is styled is looked for so far, so that a text full of marks that never end takes no longer than another. */
function styled(text: string): string {
  return text
    .replace(
      /^#{1,6}[ \t]+(.+?)[ \t]*#*$/gm,
      (_, title: string) => `${BOLD}${title.replaceAll("**", "")}${BOLD}`,
    )
    .replace(/^ {0,3}(?:(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,})$/gm, "———")
    .replace(/\*\*\*(?=\S)(.{1,1000}?)(?<=\S)\*\*\*/g, `${BOLD}${SLANTED}$1${SLANTED}${BOLD}`)
    .replace(/\*\*(?=\S)(.{1,1000}?)(?<=\S)\*\*/g, `${BOLD}$1${BOLD}`)
    .replace(/(?<!\w)__(?=\S)(.{1,1000}?)(?<=\S)__(?!\w)/g, `${BOLD}$1${BOLD}`)
    .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=\S)\*(?![\w*])/g, `${SLANTED}$1${SLANTED}`)
    .replace(/~~(?=\S)(.{1,1000}?)(?<=\S)~~/g, "~$1~")
    .replace(/^(\s*)[-*+]\s+\[ \]\s+/gm, "$1☐ ")
    .replace(/^(\s*)[-*+]\s+\[[xX]\]\s+/gm, "$1☑ ")
    .replace(/^(\s*)[-*+]\s+/gm, "$1• ")
    .replace(/^&gt; ?/gm, "> ")
    .replace(/\\([\\`*_{}[\]()#+\-.!|~])/g, "$1")
    .replaceAll(BOLD, "*")
    .replaceAll(SLANTED, "_");
}

/** Slack knows one fence, and shows the language after it as the first line of code. */
const plainCode = (code: string) =>
  code.startsWith("`")
    ? code.replace(/^```[\w+-]*\n/, "```\n")
    : `\`\`\`${code.slice(3, -3).replace(/^[\w+-]*\n/, "\n")}\`\`\``;
