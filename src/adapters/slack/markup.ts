/** Slack's own control characters as text: nothing escaped can ping, link or style. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const CODE = /(```[\s\S]*?```|`[^`\n]+`)/;
/** Stands for the asterisks of bold text while single ones are read as italics. */
const BOLD = "\u0001";

/** Markdown as Slack's mrkdwn. Code keeps its text; everything is escaped, so that only links made here are links. */
export function toMrkdwn(markdown: string): string {
  return markdown
    .split(CODE)
    .map((part, index) =>
      index % 2 === 1 ? escapeMarkup(codeWithoutLanguage(part)) : styled(escapeMarkup(part)),
    )
    .join("");
}

function styled(text: string): string {
  return text
    .replace(/^#{1,6}\s+(.+?)\s*#*$/gm, `${BOLD}$1${BOLD}`)
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, `${BOLD}$1${BOLD}`)
    .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])/g, "_$1_")
    .replace(/~~(?=\S)(.+?)(?<=\S)~~/g, "~$1~")
    .replace(/^(\s*)[-*]\s+/gm, "$1• ")
    .replace(/^&gt; ?/gm, "> ")
    .replace(/\[([^\]\n]+)\]\((https?:\/\/[^\s)|]+)\)/g, "<$2|$1>")
    .replaceAll(BOLD, "*");
}

/** Slack shows the language of a fence as its first line of code. */
const codeWithoutLanguage = (code: string) => code.replace(/^```[\w+-]*\n/, "```\n");

/** What a person wrote, as they see it: names for ids, addresses for links, Backlot's own name left out. */
export function fromMarkup(text: string, selfId: string): string {
  return text
    .replace(/<@([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) =>
      id === selfId ? "" : `@${name || id}`,
    )
    .replace(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => `#${name || id}`)
    .replace(/<!(?:subteam\^\w+|date\^[^|>]*)\|([^>]*)>/g, "$1")
    .replace(/<!(\w+)(?:\|[^>]*)?>/g, "@$1")
    .replace(/<((?:https?|mailto|tel):[^|>]+)(?:\|([^>]*))?>/g, (_, url: string, label?: string) =>
      linkText(url, label),
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/[ \t]{2,}/g, " ")
    .trim();
}

/** Slack links what looks like an address by itself; then the label is all that the person typed. */
function linkText(url: string, label: string | undefined): string {
  if (!label || label === url) return url.replace(/^(mailto|tel):/, "");
  return url.includes(label) ? label : `${label} (${url})`;
}
