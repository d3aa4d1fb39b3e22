import type { Mention } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { wordNumber } from "../../../../lib/number-words.ts";
import type { KnownEntry } from "../../../../ports/model.ts";
import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isNoName, isWordToo } from "../words/not-names.ts";
import { decade } from "../words/numbers.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { personNoun } from "../words/people.ts";
import { relationNoun } from "../words/relations.ts";
import { adjectiveField } from "../words/traits.ts";
import type { Discourse, Referent } from "./discourse.ts";
import { isTitle } from "./known.ts";

/** A name found in a sentence: tokens [from, to), its words in the message, and the entries it may mean. */
export interface Named {
  readonly from: number;
  readonly to: number;
  readonly mention: Mention;
  /** The one entry meant, where there is exactly one. */
  readonly entry: KnownEntry | undefined;
  readonly ambiguous: boolean;
  /** Known here, or a given name people bear: not merely a word with a capital. */
  readonly solid: boolean;
  /** "johns" for "John's": the possessive is inside the word. */
  readonly owns: boolean;
  /** Set when this message has brought them in. */
  readonly referent?: Referent;
}

const MAX_NAME_TOKENS = 5;
const PARTICLES = new Set(
  "de da di del della der den van von la le du dos das bin ibn al el y mac ter".split(" "),
);

/** The name at `index`: an entry's (however it is written), else capitalised words that can be a name. */
export function nameAt(s: Sentence, index: number, talk: Discourse, kind?: string): Named | undefined {
  return (
    knownAt(s, index, talk, kind) ??
    spokenAt(s, index, talk, kind) ??
    (kind === undefined || kind === "character" ? properAt(s, index, talk) : undefined)
  );
}

/** The longest run of words from `index` that is the name or an alias of an entry. */
export function knownAt(s: Sentence, index: number, talk: Discourse, kind?: string): Named | undefined {
  const first = at(s, index);
  if (first.type === "mark") return undefined;
  for (let size = Math.min(MAX_NAME_TOKENS, s.tokens.length - index); size >= 1; size -= 1) {
    const to = index + size;
    const last = at(s, to - 1);
    if (last.type === "mark" || last.low === "'s") continue;
    const text = talk.text.slice(first.start, last.end);
    const found = entriesFor(talk, text, kind, size === 1 && !first.cap);
    if (found.length > 0 && isAnother(s, to, found, size)) return undefined;
    if (found.length > 0) return named(index, to, text, first.start, found, false);
  }
  const ranked = rankedAt(s, index, talk, kind);
  if (ranked !== undefined) return ranked;
  const kin = first.cap && relationNoun(at(s, index + 1).low) !== undefined;
  const stem = first.low.endsWith("s") && (!first.cap || kin) ? first.text.slice(0, -1) : "";
  const owners = stem.length < 2 ? [] : entriesFor(talk, stem, kind ?? "character", true);
  return owners.length > 0 ? named(index, index + 1, stem, first.start, owners, true) : undefined;
}

/** "Sarah Klein" is not the Sarah who is a Miller. */
function isAnother(s: Sentence, to: number, found: readonly KnownEntry[], size: number): boolean {
  const [name, next] = [at(s, to - 1), at(s, to)];
  if (size > 1 || !name.cap || !next.cap || next.type !== "word" || next.start !== name.end + 1) return false;
  if (isNoName(next.low) || isTitle(name.low)) return false;
  return found.every((entry) => {
    const pieces = nameKey(entry.name).split(" ");
    return (
      entry.kind === "character" &&
      pieces.length > 1 &&
      pieces[0] === nameKey(name.text) &&
      !pieces.includes(nameKey(next.text))
    );
  });
}

/** "Commander Reyes" for Commander Ilse Reyes, and "Detective Moss" for the Moss who is a detective. */
function rankedAt(s: Sentence, index: number, talk: Discourse, kind: string | undefined): Named | undefined {
  const [title, last] = [at(s, index), at(s, index + 1)];
  if ((kind ?? "character") !== "character" || !isTitle(title.low) || last.type !== "word") return undefined;
  if (at(s, index + 2).cap && at(s, index + 2).type === "word") return undefined;
  const bears = ({ name, occupation = "" }: KnownEntry): boolean => {
    const pieces = nameKey(name).split(" ");
    return (
      pieces.length > 1 &&
      pieces.at(-1) === nameKey(last.text) &&
      (pieces.includes(title.low) || occupation.toLowerCase().split(" ").includes(title.low))
    );
  };
  const found = entriesFor(talk, last.text, "character", !last.cap).filter(bears);
  if (found.length !== 1) return undefined;
  return named(index, index + 2, talk.text.slice(title.start, last.end), title.start, found, false);
}

/** Someone this message has just brought in, by the whole name or a part of it, in any case. */
function spokenAt(s: Sentence, index: number, talk: Discourse, kind: string | undefined): Named | undefined {
  const first = at(s, index);
  if (first.type === "mark" || talk.spoken.length === 0 || (kind !== undefined && kind !== "character"))
    return undefined;
  for (const referent of talk.spoken) {
    if (!referent.fresh || referent.kind !== "character" || referent.entry_id !== undefined) continue;
    for (const called of [referent.name, ...(referent.also ?? [])]) {
      const to = calledSo(s, index, called);
      if (to < 0) continue;
      const mention = { name: referent.name, start: first.start, end: at(s, to - 1).end };
      return { ...newNameAt(index, mention), to, referent };
    }
  }
  return undefined;
}

/** Where the whole name, or a part of it, that stands at `index` ends; or -1. */
function calledSo(s: Sentence, index: number, name: string): number {
  const first = at(s, index);
  const words = nameKey(name).split(" ");
  if (words.every((word, place) => nameKey(low(s, index + place)) === word)) return index + words.length;
  const part =
    words.length > 1 &&
    !isTitle(first.low) &&
    (first.cap || !isWordToo(first.low)) &&
    words.includes(nameKey(first.low));
  return part && !(at(s, index + 1).cap && at(s, index + 1).type === "word") ? index + 1 : -1;
}

function entriesFor(
  talk: Discourse,
  text: string,
  kind: string | undefined,
  lower: boolean,
): readonly KnownEntry[] {
  const key = nameKey(text);
  if (key === "" || (lower && (isWordToo(key) || isNoName(key)))) return [];
  const found = talk.known.find(key);
  const kinds = new Set(found.map((entry) => entry.kind));
  const wanted = kind ?? (kinds.has("character") ? "character" : undefined);
  return wanted === undefined ? found : found.filter((entry) => entry.kind === wanted);
}

function named(
  from: number,
  to: number,
  text: string,
  start: number,
  found: readonly KnownEntry[],
  owns: boolean,
): Named {
  const entry = found.length === 1 ? found[0] : undefined;
  const mention: Mention = {
    name: entry?.name ?? displayName(text),
    start,
    end: start + text.length,
    ...(entry === undefined ? {} : { entry_id: entry.entry_id }),
  };
  return { from, to, mention, entry, ambiguous: found.length > 1, solid: true, owns };
}

/** Capitalised words that are no common words: "Maya", "Rosa de Luca", "Dr. Strand", "Viktor the Butcher". */
function properAt(s: Sentence, index: number, talk: Discourse): Named | undefined {
  const first = at(s, index);
  const aged = agedOne(s, index);
  if (first.type !== "word" || (aged < 0 && !startsName(s, index))) return undefined;
  let to = Math.max(aged, index) + 1;
  while (to - index < MAX_NAME_TOKENS) {
    const reach = nextOfName(s, to, talk.text);
    if (reach < 0) break;
    to = reach;
  }
  if (to === index + 1 && isTitle(first.low)) return undefined;
  const text = talk.text.slice(first.start, at(s, to - 1).end);
  const known = entriesFor(talk, text, "character", false);
  const mention = { name: displayName(text), start: first.start, end: first.start + text.length };
  const solid = to > index + 1 || s.tags(index).has("FirstName") || s.tags(index).has("Person");
  return { from: index, to, mention, entry: known[0], ambiguous: known.length > 1, solid, owns: false };
}

/** "Old man Hask": where the name itself stands, or -1. */
function agedOne(s: Sentence, index: number): number {
  const title = at(s, index).text === "Old" && ["man", "lady", "woman", "mother"].includes(low(s, index + 1));
  const name = at(s, index + 2);
  return title && name.cap && name.type === "word" && !isNoName(name.low) ? index + 2 : -1;
}

/** A given name typed without its capital ("sarah is 28"); for places where nothing but a name can stand. */
export function lowerNameAt(s: Sentence, index: number): Named | undefined {
  const { low: word, text, start, end } = at(s, index);
  if (!s.tags(index).has("FirstName") || isWordToo(word) || isNoName(word) || text.length < 3)
    return undefined;
  return newNameAt(index, { name: displayName(text), start, end });
}

/** One word that is somebody's name and no known entry's. */
export const newNameAt = (index: number, mention: Mention): Named => ({
  from: index,
  to: index + 1,
  mention,
  entry: undefined,
  ambiguous: false,
  solid: true,
  owns: false,
});

/** Months that people are called, too. */
const MONTHS = new Set(["april", "may", "june", "august"]);
const MAX_TRADE = 4;

/** ", florist", "is a nurse", "(a retired judge": what no month is. */
function isTrade(s: Sentence, index: number): boolean {
  if (![",", "(", "is", "'s"].includes(low(s, index))) return false;
  for (let here = index + 1; here <= index + MAX_TRADE; here += 1) {
    if (at(s, here).type === "number" || low(s, here) === ",") continue;
    if (at(s, here).type !== "word" || at(s, here).cap) return false;
    if (isKnownOccupation(low(s, here))) return true;
  }
  return false;
}

/** "Fourteen", "Mid-fifties", at the start of a sentence. */
const isAgeWord = (word: string): boolean =>
  /^(?:ex|non|semi)-/.test(word) ||
  wordNumber(word) !== undefined ||
  decade(word.replace(/^(?:early|mid|late)-/, "")) !== undefined;

function startsName(s: Sentence, index: number): boolean {
  const token = at(s, index);
  const bare = PARTICLES.has(low(s, index + 1)) && at(s, index + 2).cap ? index + 2 : index + 1;
  const titled = isTitle(token.low) && at(s, bare).cap && !isNoName(low(s, bare));
  if (titled && token.cap) return true;
  const given = s.tags(index).has("FirstName");
  if (!token.cap || isAgeWord(token.low)) return false;
  if (MONTHS.has(token.low) && isTrade(s, index + 1)) return true;
  if (isNoName(token.low) || token.text.length < 2) return false;
  if (
    !given &&
    (adjectiveField(token.low) !== undefined ||
      personNoun(token.low) !== undefined ||
      isKnownOccupation(token.low))
  )
    return false;
  if (index === 0 && isWordToo(token.low)) return given || s.tags(index).has("ProperNoun");
  const tags = s.tags(index);
  return (
    given ||
    !["Place", "Organization", "WeekDay", "Month", "Pronoun", "Determiner", "Expression"].some((tag) =>
      tags.has(tag),
    )
  );
}

/** The index after one more word of the name, or -1. */
function nextOfName(s: Sentence, index: number, text: string): number {
  const gap = text.slice(at(s, index - 1).end, at(s, index).start);
  const token = at(s, index);
  const surname = at(s, index + 1);
  if (token.type === "quote" && surname.cap && surname.type === "word" && !isNoName(surname.low))
    return index + 2;
  if (gap !== " " && gap !== ". ") return -1;
  if (token.type === "word" && token.cap && token.low !== "'s" && !isNoName(token.low)) return index + 1;
  const next = at(s, index + 1);
  const particle = PARTICLES.has(token.low) || token.low === "the";
  return particle && next.type === "word" && next.cap && !isNoName(next.low) && gap === " " ? index + 2 : -1;
}

const MINOR = new Set("of the and in on at de da di del van von der la le a an to for with".split(" "));

/** A name as it is stored: capitals where someone typed none ("joe's diner" → "Joe's Diner") or only those ("SARAH" → "Sarah"). */
export function displayName(text: string): string {
  const name = text
    .replace(/\s*["“«][^"”»]*["”»]\s*/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const shouted = name === name.toUpperCase() && /\p{Lu}{3}/u.test(name);
  const quiet = name === name.toLowerCase();
  if (!shouted && !quiet) return name;
  return name
    .toLowerCase()
    .split(" ")
    .map((word, index) => (index > 0 && MINOR.has(word) ? word : capitalise(word)))
    .join(" ");
}

function capitalise(word: string): string {
  return word.replace(/^\p{L}|(?<=[-‑]|^o['’]|^mc)\p{L}/gu, (letter) => letter.toUpperCase());
}

/** "police station" and "DINER" → "Police Station", "Diner". */
export function placeName(text: string): string {
  const name = displayName(text);
  return name.replace(
    /(^|\s)(\p{Ll})(?=\p{L}{3,})/gu,
    (_, space: string, letter: string) => `${space}${letter.toUpperCase()}`,
  );
}
