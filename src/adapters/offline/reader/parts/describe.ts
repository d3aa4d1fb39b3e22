import { at, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { fieldOfLabel } from "../words/labels.ts";
import { wordSet } from "../words/word-set.ts";
import { bareAge } from "./ages.ts";
import { namesAnother } from "./another-person.ts";
import { copulaAt } from "./copula.ts";
import { type Discourse, pronounGender } from "./discourse.ts";
import { itemField, textField, valueField } from "./fields.ts";
import { hasThing } from "./having.ts";
import { kinAt, ownedKinAt } from "./kin.ts";
import { type Named, nameAt } from "./names.ts";
import { personPhraseAt } from "./noun-phrase.ts";
import { ownPieceAt } from "./own-piece.ts";
import { ownedTrade, thingsTrade } from "./owned-trade.ts";
import { isOwning } from "./party.ts";
import { endsAt, phraseEnd } from "./phrase.ts";
import { predicateAt } from "./predicate.ts";
import { personSlot } from "./slot.ts";
import { isEmptyTold, joinTold, type Subject, type Told, told } from "./told.ts";
import { labelledValue } from "./values.ts";
import { whoseKin } from "./whose-kin.ts";

const CONNECTORS = pattern(",|:|=|and|&|;|/|-|–|—|(|)|but|also|plus|then|now|btw|too|instead|lol|anyway*");
const COMMANDS = new Set(
  "add create make delete remove rename change set update give introduce undo write generate please can could call".split(
    " ",
  ),
);

/** Everything said of `subject` from `index` on, piece by piece: apposition, relative clause, "with …", labels, sentences about "she". Ends where another matter begins. */
export function describe(s: Sentence, index: number, talk: Discourse, subject: Subject, before?: Told): Told {
  let all = before ?? told(index);
  let here = index;
  while (here < s.tokens.length) {
    const start = Math.max(here, CONNECTORS(s, here));
    if (start >= s.tokens.length || startsAnother(s, start, talk)) break;
    if (isOfNewcomer(s, start, all)) {
      all = ofNewcomer(s, start, all, talk);
      break;
    }
    const piece =
      pieceAt(s, start, talk, subject) ??
      guessed(s, start, talk, subject, all) ??
      (subject.introduced ? bareThing(s, start, talk) : undefined);
    if (piece === undefined || piece.to <= start) {
      const skipped = skipUnread(s, start);
      const kept = subject.introduced && all.to > index ? asNote(s, start, talk) : undefined;
      if (kept !== undefined) all = joinTold(all, kept);
      if (skipped < 0 || isLabelled(s, start, skipped)) break;
      if (namesAnother(s, start, skipped, talk, subject.referent)) break;
      here = skipped;
      continue;
    }
    all = joinTold(all, piece);
    here = piece.to;
  }
  return { ...all, to: Math.max(all.to, here) };
}

/** "who", or "he" where only the newcomer can be meant. */
function isOfNewcomer(s: Sentence, start: number, all: Told): boolean {
  const last = all.ties.at(-1);
  if (last?.introduces !== true || last.way !== "has") return false;
  const gender = pronounGender(low(s, start));
  const theirs = last.other.referent.gender ?? last.other.referent.likely;
  return (
    low(s, start) === "who" ||
    (gender !== undefined &&
      ["he", "she"].includes(low(s, start)) &&
      gender === theirs &&
      start === last.other.to)
  );
}

/** "has a sister, Lena, who is a dancer": from "who" on it is about Lena. */
function ofNewcomer(s: Sentence, start: number, all: Told, talk: Discourse): Told {
  const last = all.ties.at(-1);
  if (last === undefined) return all;
  const rest = describe(s, start, talk, { referent: last.other.referent, introduced: true });
  const other = { ...last.other, fields: [...last.other.fields, ...rest.fields] };
  return { ...all, ties: [...all.ties.slice(0, -1), { ...last, other }], to: Math.max(all.to, rest.to) };
}

/** A command or another person follows. */
function startsAnother(s: Sentence, index: number, talk: Discourse): boolean {
  if (COMMANDS.has(low(s, index)) && index > 0) return true;
  if (
    low(s, index) === "they" &&
    ["'re", "are", "have"].includes(low(s, index + 1)) &&
    talk.spoken.length > 1
  )
    return true;
  const owned = ownedKinAt(s, index, talk);
  if (owned !== undefined)
    return FINITE.has(low(s, owned.to)) || nameAt(s, owned.to, talk, "character") !== undefined;
  const phrase = ["a", "an"].includes(low(s, index)) ? personPhraseAt(s, index, talk) : undefined;
  if (phrase !== undefined && ["called", "named"].includes(low(s, phrase.to))) return true;
  const name = nameAt(s, index, talk, "character");
  if (name === undefined || (name.entry === undefined && index === 0 && s.tags(0).has("Verb"))) return false;
  if (index === 0 && isCapitalTrade(s, name, talk)) return false;
  return !name.owns && !isOwning(s, name.to);
}

/** "Cab driver.": the capital is the sentence's. */
function isCapitalTrade(s: Sentence, name: Named, talk: Discourse): boolean {
  if (name.entry !== undefined || name.referent !== undefined || s.tags(0).has("FirstName")) return false;
  const phrase = personPhraseAt(s, 0, talk);
  return phrase !== undefined && phrase.sure !== "guess" && phrase.to > name.to;
}

const MAX_NOTE_WORDS = 9;
const NO_NOTE = wordSet(
  "i me my we us our you your thanks thank thx ty cheers lol haha please ok okay yes no not so that it this they what how why if maybe story film movie right yeah hope add create character name to for as",
);

/** A piece that fits no field is kept as a note: "always laughing", "hopeless romantic". */
function asNote(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const to = phraseEnd(s, index);
  if (to - index > MAX_NOTE_WORDS || low(s, index - 1) === "and") return undefined;
  for (let here = index; here < to; here += 1) if (NO_NOTE.has(low(s, here))) return undefined;
  return told(to, [textField(s, talk, "notes", index, to)]);
}

const FINITE = new Set([
  "is",
  "'s",
  "was",
  "are",
  "were",
  "has",
  "had",
  "works",
  "lives",
  "wants",
  "died",
  "hates",
  "loves",
]);

/** "end: 3": the value of a label that is not understood is not theirs. */
function isLabelled(s: Sentence, from: number, to: number): boolean {
  const clause = s.tags(from).has("PresentTense") && low(s, from).endsWith("s") && low(s, to) === ":";
  for (let here = from; here <= to; here += 1)
    if (["=", ":"].includes(low(s, here)) && !(clause && here === to)) return true;
  return false;
}

/** The start of the next piece after one that says nothing we know; -1 at the end. */
function skipUnread(s: Sentence, index: number): number {
  const end = colonBefore(s, index, phraseEnd(s, index));
  return end < s.tokens.length && end > index && low(s, end) !== "and" ? end : -1;
}

/** "…, joins them: 25, instructor": what stands after the colon is said of the same one. */
function colonBefore(s: Sentence, index: number, end: number): number {
  for (let here = index + 1; here < end; here += 1)
    if (low(s, here) === ":" && at(s, here - 1).type === "word") return here;
  return end;
}

function pieceAt(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  return (
    pronouns(s, index, subject) ??
    whoseKin(s, index, talk) ??
    ownPiece(s, index, talk) ??
    labelled(s, index, talk) ??
    calledBy(s, index, talk) ??
    ofAge(s, index, subject) ??
    relative(s, index, talk, subject) ??
    pronounClause(s, index, talk, subject) ??
    (low(s, index) === "with" ? hasThing(s, index + 1, talk, subject.introduced) : undefined) ??
    copulaAt(s, index, talk, { subject, past: false, plural: false, secret: false }) ??
    ownedTrade(s, index, talk, subject) ??
    thingsTrade(s, index, talk, subject) ??
    predicateAt(s, index, talk, subject)
  );
}

/** "blood type B", "clearance level: 3": a field that the project adds to characters. */
function ownPiece(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const piece = ownPieceAt(s, index, talk, "character");
  return piece && told(piece.to, [piece.field]);
}

/** A bare noun is a trade only while no trade has been told. */
function guessed(s: Sentence, index: number, talk: Discourse, subject: Subject, all: Told): Told | undefined {
  const bare = barePhrase(s, index, talk, subject);
  const told = all.fields.some((field) => field.field === "occupation");
  return told && bare?.fields.some((field) => field.field === "occupation") === true ? undefined : bare;
}

const PRONOUN_SETS: readonly (readonly [string, ReturnType<typeof pattern>])[] = [
  ["non-binary", pattern("they / them")],
  ["female", pattern("she / her")],
  ["male", pattern("he / him")],
  ["female", pattern("f")],
  ["male", pattern("m")],
];
function pronouns(s: Sentence, index: number, subject: Subject): Told | undefined {
  for (const [gender, match] of PRONOUN_SETS) {
    const to = match(s, index);
    if (to < 0 || !subject.introduced || !endsAt(s, to)) continue;
    return told(to, [valueField(s, "gender", gender, index, to)]);
  }
  return undefined;
}

/** "a widow of fifty". */
function ofAge(s: Sentence, index: number, subject: Subject): Told | undefined {
  const age = subject.introduced && low(s, index) === "of" ? bareAge(s, index + 1) : undefined;
  return age && told(age.to, age.fields);
}

const BARE_LABELS = new Set(["nickname", "aka", "alias", "nicknamed", "job", "occupation", "profession"]);
/** "occupation: nurse", "fear = heights", "aka Ace". */
function labelled(s: Sentence, index: number, talk: Discourse): Told | undefined {
  for (const size of [2, 1]) {
    const label = s.tokens
      .slice(index, index + size)
      .map((token) => token.low)
      .join(" ");
    const field = label === "nicknamed" ? "aliases" : fieldOfLabel("character", label);
    const mark = low(s, index + size);
    const marked = [":", "=", "is"].includes(mark) || /^[-–—]$/.test(mark);
    if (field === undefined || !(marked || BARE_LABELS.has(label))) continue;
    const from = index + size + (marked ? 1 : 0);
    const value = labelledValue(s, from, phraseEnd(s, from), talk, "character", field);
    if (value !== undefined) return told(value.to, value.fields);
  }
  return undefined;
}

const WHO = pattern("who|that|which");
function relative(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const from = WHO(s, index);
  if (from < 0) return undefined;
  const found = predicateAt(s, from, talk, subject);
  if (found !== undefined && (found.to > from || !isEmptyTold(found))) return found;
  if (!subject.introduced) return told(phraseEnd(s, from));
  const to = phraseEnd(s, from);
  return told(to, [textField(s, talk, "notes", from, to)]);
}

const CALLED_BY = pattern(
  "whom|who|that everyone|everybody|people|friends|they|all simply|just|only|still|always? calls|call",
);
/** "whom everyone simply calls Leo". */
function calledBy(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = CALLED_BY(s, index);
  const name = from < 0 ? undefined : personSlot(s, from, talk);
  return name && told(name.to, [itemField(s, talk, "aliases", name.from, name.to)]);
}

/** "she's a hacker": the pronoun is the one being introduced, and tells the gender. */
function pronounClause(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const gender = pronounGender(low(s, index));
  const they = low(s, index) === "they";
  if (they && !subject.introduced && subject.referent.gender !== "non-binary") return undefined;
  if ((gender === undefined && !they) || !["he", "she", "they"].includes(low(s, index))) return undefined;
  const own = subject.referent.gender;
  if (gender !== undefined && own !== undefined && own !== gender) return undefined;
  const found = predicateAt(s, index + 1, talk, subject);
  const to = phraseEnd(s, index + 1);
  const tells =
    gender !== undefined && subject.introduced ? [valueField(s, "gender", gender, index, index + 1)] : [];
  if (found === undefined)
    return subject.introduced ? told(to, [...tells, textField(s, talk, "notes", index + 1, to)]) : told(to);
  return { ...found, fields: [...tells, ...found.fields] };
}

/** "big beard", "a burn scar", "thick accent": what is had, with no word for having. */
function bareThing(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const tags = s.tags(index);
  return tags.has("Verb") || tags.has("Preposition") ? undefined : hasThing(s, index, talk, false);
}

const OWNER = new Set(["his", "her", "their", "the"]);
/** "nurse", "his getaway driver": a trade without an article, as lists have it. */
function barePhrase(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  if (!subject.introduced) return undefined;
  const from = OWNER.has(low(s, index)) ? index + 1 : index;
  const found = from > index && kinAt(s, from) !== undefined ? undefined : personPhraseAt(s, from, talk);
  const isOther =
    from > index && found !== undefined && low(s, index) !== "the" && s.tokens[found.to]?.cap === true;
  if (found === undefined || isOther) return undefined;
  if (found.sure === "guess") return undefined;
  return told(found.to, found.fields);
}
