export type Gender = "female" | "male" | "non-binary";

const PRONOUNS: Readonly<Record<Gender, Readonly<Record<string, string>>>> = {
  female: {
    he: "she",
    him: "her",
    his: "her",
    himself: "herself",
    is: "is",
    was: "was",
    has: "has",
    does: "does",
    s: "s",
    es: "es",
  },
  male: {
    he: "he",
    him: "him",
    his: "his",
    himself: "himself",
    is: "is",
    was: "was",
    has: "has",
    does: "does",
    s: "s",
    es: "es",
  },
  "non-binary": {
    he: "they",
    him: "them",
    his: "their",
    himself: "themself",
    is: "are",
    was: "were",
    has: "have",
    does: "do",
    s: "",
    es: "",
  },
};

const AN_THOUGH_CONSONANT = /^(?:[Hh]our|[Hh]onest|[Hh]onou?r|[Hh]eir|8|11\b|18\b|[FHLMNRSX][A-Z\d-])/;
const A_THOUGH_VOWEL =
  /^(?:[Uu]ni(?![nmd])|[Uu]s[aeiu]|[Ee]u|[Ee]we|[Oo]ne\b|[Oo]nce\b|ukulele|[Uu]t[io]|U[A-Z])/;

/** "a harbour pilot", "an hourly guard", "an MP", "an 18-year-old", "a one-man band". */
export function aOrAn(phrase: string): string {
  const an = AN_THOUGH_CONSONANT.test(phrase) || (/^[aeiou]/i.test(phrase) && !A_THOUGH_VOWEL.test(phrase));
  return `${an ? "an" : "a"} ${phrase}`;
}

/**
 * Fills a template. `{he} {him} {his} {himself} {is} {was} {has} {does}` and the verb endings `{s}` and `{es}`
 * follow the gender; other names come from `words`; `{a word}` puts the right article before it;
 * a capital first letter asks for one: `{He}`, `{A job}`.
 */
export function fill(template: string, gender: Gender, words: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{([^{}]+)\}/g, (whole, token: string) => {
    const article = /^a (.+)$/i.exec(token)?.[1];
    const key = article ?? token.charAt(0).toLowerCase() + token.slice(1);
    const value = words[key] ?? words[token] ?? PRONOUNS[gender][key];
    if (value === undefined) throw new Error(`The template has no word for ${whole}.`);
    const phrase = article === undefined ? value : aOrAn(value);
    return /^[A-Z]/.test(token) ? capital(phrase) : phrase;
  });
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a capital at the start and a mark at the end. */
export function sentence(text: string): string {
  const trimmed = capital(text.trim());
  return /[.!?…]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return "";
  const before = items.slice(0, -1);
  return before.length === 0 ? last : `${before.join(", ")} and ${last}`;
}

export function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}'` : `${name}'s`;
}

/** As a title is set: small words stay small, but not first or last. */
export function titleCase(text: string): string {
  const words = text.split(" ");
  return words
    .map((word, at) => (at > 0 && at < words.length - 1 && SMALL.has(word) ? word : capital(word)))
    .join(" ");
}

const SMALL = new Set("a an and at but by for from in of on or the to with".split(" "));
