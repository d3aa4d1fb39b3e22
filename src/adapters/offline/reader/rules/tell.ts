import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { copulaAt } from "../parts/copula.ts";
import { describe } from "../parts/describe.ts";
import { type Discourse, type Party, pronounGender } from "../parts/discourse.ts";
import { valueField } from "../parts/fields.ts";
import { lowerNameAt, type Named, nameAt } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { isOwning, namedParty, partyAt, recall } from "../parts/party.ts";
import { endsAt, phraseEnd } from "../parts/phrase.ts";
import { COPULAS, predicateAt } from "../parts/predicate.ts";
import { personSlot } from "../parts/slot.ts";
import { remember, tellOf } from "../parts/statements.ts";
import { isEmptyTold, type Subject, type Told, told } from "../parts/told.ts";
import { at, low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isNoName } from "../words/not-names.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { ADVERBS } from "../words/small-verbs.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { ownGender } from "./present.ts";
import { found, type Rule } from "./rule.ts";

const STRONG = new Set(["age", "age_range", "occupation", "role", "archetype"]);
const BRACKETS = /^[,(:=;]$|^[-–—]+$/;

/** Someone, and what is said of them: "Sarah is 29 now", "she's a photographer", "Maya, a retired surgeon in her fifties, wants …", "SARAH (28), a journalist". */
export const tell: Rule = (s, index, talk) => {
  if (isHedged(s) || isSubordinate(s, index) || isShopTalk(s, index)) return undefined;
  const party = subjectAt(s, index, talk);
  if (party === undefined || (pronounGender(low(s, index)) === undefined && isOwning(s, party.to)))
    return undefined;
  const known = party.referent.entry_id !== undefined || party.referent.fresh;
  if (!known && isFilmTalk(s)) return undefined;
  const ambiguous = nameAt(s, index, talk, "character")?.ambiguous === true;
  const spoken = [...talk.spoken];
  const all = sayings(s, party, talk, (!known && !ambiguous) || party.referent.fresh);
  if (all === undefined && !known) talk.spoken.splice(0, talk.spoken.length, ...spoken);
  if (all === undefined) return onlyGender(s, index, party, talk);
  if (pronounGender(low(s, index)) !== undefined) dropUnclear(s, index, all);
  if (isEmptyTold(all)) {
    recall(s, party.to, all.to, talk);
    remember(talk, party, [], false);
    return found(all.to, []);
  }
  const strong = all.fields.some((field) => STRONG.has(field.field)) && isPlainName(s, party);
  const slip = !known && talk.known.mayBeSlip(nameKey(party.mention.name));
  const bare = talk.bare !== undefined && pronounGender(low(s, index)) !== undefined && !known;
  const sure = all.fields.some(
    ({ field, value }) =>
      field === "age" || (field === "occupation" && isKnownOccupation(String(value).toLowerCase())),
  );
  const explicit = !known && !ambiguous && strong && !slip && (!bare || sure);
  if (!explicit && !known && !ambiguous) all.things.length = 0;
  const fields = [...genderTold(s, index, party, known), ...withoutNews(all, known && !party.referent.fresh)];
  const owned =
    explicit && fields.every(({ field }) => field !== "gender") ? ownGender(s, index, all.to) : [];
  const news = { ...all, fields: [...fields, ...owned] };
  return found(all.to, tellOf(talk, party, news, explicit, spanOf(s, index, all.to)));
};

/** "He is 40": the pronoun tells the gender of someone this message brought in. */
function genderTold(s: Sentence, index: number, party: Party, known = true): FieldReading[] {
  const gender = pronounGender(low(s, index));
  return gender === undefined || (known && !party.referent.fresh)
    ? []
    : [valueField(s, "gender", gender, index, index + 1)];
}

/** "she is her mother": two pronouns of one kind, and no telling which is which. */
function dropUnclear(s: Sentence, index: number, all: Told): void {
  const own = pronounGender(low(s, index));
  const unclear = all.ties.filter((tie) =>
    s.tokens.some((token) => token.start === tie.other.mention.start && pronounGender(token.low) === own),
  );
  for (const tie of unclear) all.ties.splice(all.ties.indexOf(tie), 1);
}

/** A sentence of which nothing but the pronoun is understood. */
function onlyGender(s: Sentence, index: number, party: Party, talk: Discourse): ReturnType<Rule> {
  const fields = party.referent.gender === undefined ? genderTold(s, index, party) : [];
  if (fields.length === 0) return undefined;
  return found(
    s.tokens.length,
    tellOf(talk, party, { ...told(s.tokens.length), fields }, false, spanOf(s, index, index + 1)),
  );
}

/** "in her sixties" is no news of the gender of someone known. */
function withoutNews(all: Told, known: boolean): FieldReading[] {
  return known
    ? all.fields.filter((field) => field.field !== "gender" || field.end - field.start > 3)
    : all.fields;
}

function subjectAt(s: Sentence, index: number, talk: Discourse): Party | undefined {
  const party = partyAt(s, index, talk) ?? mentionedBefore(s, index, talk);
  if (party !== undefined) return ["him", "her"].includes(low(s, index)) ? undefined : party;
  const quiet = lowerNameAt(s, index) ?? agedNameAt(s, index, talk);
  return quiet !== undefined && COPULAS.has(low(s, index + 1)) ? namedParty(s, quiet) : undefined;
}

/** "He is a cop." after a sentence in which a new name stood. */
function mentionedBefore(s: Sentence, index: number, talk: Discourse): Party | undefined {
  if (talk.bare === undefined || !["he", "she"].includes(low(s, index))) return undefined;
  return { ...talk.bare, to: index + 1 };
}

/** "bo is a 40 year old trucker": no name one knows, but nothing else can be forty and a trucker. */
function agedNameAt(s: Sentence, index: number, talk: Discourse): Named | undefined {
  const word = at(s, index);
  if (word.type !== "word" || isNoName(word.low) || !COPULAS.has(low(s, index + 1)) || word.text.length < 2)
    return undefined;
  if (!s.tags(index).has("Noun") || s.tags(index).has("Pronoun")) return undefined;
  const phrase = ["a", "an"].includes(low(s, index + 2)) ? personPhraseAt(s, index + 2, talk) : undefined;
  const sure = phrase?.sure === "trade" && phrase.fields.some((field) => field.field === "age");
  return sure ? personSlot(s, index, talk) : undefined;
}

/** A name that stands for itself: not the first word of an order or a remark. */
function isPlainName(s: Sentence, party: Party): boolean {
  const tags = s.tags(party.to - 1);
  return !tags.has("Verb") && !tags.has("Adverb") && !tags.has("Place");
}

/** The predicate, or the apposition and what follows it. */
function sayings(s: Sentence, party: Party, talk: Discourse, introduced: boolean): Told | undefined {
  const subject = { referent: party.referent, introduced };
  remember(talk, party, [], false);
  if (BRACKETS.test(low(s, party.to))) {
    const all = describe(s, party.to, talk, subject);
    if (!isEmptyTold(all)) return all;
    const close = low(s, party.to) === "(" ? s.tokens.findIndex(({ low: word }) => word === ")") : -1;
    const past = close < 0 ? undefined : predicateAt(s, close + 1, talk, subject);
    return past && more(s, past, party, talk, subject);
  }
  const gap = gapped(s, party.to, talk, subject);
  if (gap !== undefined) return more(s, gap, party, talk, subject);
  const from = pastPronoun(s, pastPlace(s, party.to));
  const beside = kinBeside(s, from, talk, subject);
  if (beside !== undefined) return beside;
  const first = predicateAt(s, from, talk, subject) ?? secondPredicate(s, from, talk, subject);
  if (first === undefined && subject.introduced) return afterUnread(s, from, talk, subject);
  return first && more(s, first, party, talk, subject);
}

/** "Greta is a nurse, Ilse a thief": the verb is the one before. */
function gapped(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const own = subject.referent.entry_id !== undefined || subject.referent.fresh;
  if (!own || !["a", "an"].includes(low(s, index)) || low(s, index - 2) !== ",") return undefined;
  const phrase = personPhraseAt(s, index, talk);
  if (phrase === undefined || phrase.sure === "guess" || !endsAt(s, phrase.to)) return undefined;
  return told(
    phrase.to,
    phrase.fields.filter(({ field }) => subject.introduced || field !== "gender"),
  );
}

/** "she's marcos grandmother, 81, …": what follows a part that is not understood, of somebody being brought in. */
function afterUnread(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const to = subject.referent.fresh && COPULAS.has(low(s, index)) ? phraseEnd(s, index + 1) : s.tokens.length;
  const rest = low(s, to) === "," ? describe(s, to, talk, subject) : undefined;
  return rest === undefined || isEmptyTold(rest) ? undefined : rest;
}

/** "lola his sis": kin beside a name, and nothing more. */
function kinBeside(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  if (!["his", "her"].includes(low(s, index))) return undefined;
  const said = copulaAt(s, index, talk, { subject, past: false, plural: false, secret: false });
  return said !== undefined && said.ties.length === 1 && said.to >= s.tokens.length ? said : undefined;
}

/** "Guess who's 40" tells of nobody called Guess. */
const ASKS = new Set("guess look see remember know tell ask wonder forget recall".split(" "));
/** "john he is very tall": as one says it in other tongues; "Gus who is a plumber": as one types it. */
const pastPronoun = (s: Sentence, index: number): number =>
  (["he", "she"].includes(low(s, index)) || (low(s, index) === "who" && !ASKS.has(low(s, index - 1)))) &&
  (COPULAS.has(low(s, index + 1)) || low(s, index + 1) === "has")
    ? index + 1
    : index;

const FROM = new Set(["from", "of", "at", "in", "next", "across", "upstairs", "downstairs", "down"]);
const MAX_FROM = 6;
/** "Mrs. Abernathy from 4B is 80". */
function pastPlace(s: Sentence, index: number): number {
  if (!FROM.has(low(s, index))) return index;
  for (let here = index + 1; here < index + MAX_FROM; here += 1) {
    if (at(s, here).type === "mark") return index;
    if (COPULAS.has(low(s, here)) || ["has", "works", "lives", "wants"].includes(low(s, here))) return here;
  }
  return index;
}

const MAX_UNREAD = 9;

/** "is divorced and works as a nurse": the second half, where the first is not understood. */
function secondPredicate(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const known = subject.referent.entry_id !== undefined && s.tags(index).has("Verb");
  if (!COPULAS.has(low(s, index)) && !known && !ADVERBS.has(low(s, index))) return undefined;
  for (let here = index + 2; here < Math.min(index + MAX_UNREAD, s.tokens.length); here += 1) {
    if (low(s, here) === "and") return predicateAt(s, here + 1, talk, subject);
  }
  return undefined;
}

/** What else the sentence says of the same one: "…, has a scar and she wants revenge". */
function more(s: Sentence, first: Told, party: Party, talk: Discourse, subject: Subject): Told {
  if (first.to >= s.tokens.length) return first;
  const newcomer = first.ties.some((tie) => tie.introduces);
  const next = at(s, first.to).type === "mark" ? first.to + 1 : first.to;
  if (newcomer && ["he", "she"].includes(low(s, next))) return first;
  remember(talk, party, first.fields, subject.introduced);
  return describe(s, first.to, talk, subject, first);
}
