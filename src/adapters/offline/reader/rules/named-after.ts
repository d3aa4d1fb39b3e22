import { type AnyName, anyNameAt, slottedAt } from "../parts/any-name.ts";
import { beingPhraseAt } from "../parts/being-phrase.ts";
import { describe } from "../parts/describe.ts";
import { type Discourse, type Party, pronounGender, sentencesIn } from "../parts/discourse.ts";
import { evidenceFrom, isFair } from "../parts/evidence.ts";
import { valueField } from "../parts/fields.ts";
import { type PersonPhrase, personPhraseAt } from "../parts/noun-phrase.ts";
import { partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { isPlaceNoun } from "../parts/slot.ts";
import type { Tie } from "../parts/told.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { personNoun } from "../words/people.ts";
import { relationNoun } from "../words/relations.ts";
import { wordSet } from "../words/word-set.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import type { Rule } from "./rule.ts";

/** How far into the sentence the words for somebody may begin, and how far after them the name. */
const SOON = 12;
const IF = wordSet("if when unless once suppose pretend than like without");
const REACH = 18;
const BEFORE = wordSet("a an the our this another some one their");
const FRESH = wordSet("new next final latest one");
const SOMEONE = new Set(["someone", "somebody"]);
/** Before a phrase these liken or deny, and bring nobody in. */
const LIKENING = wordSet("like as than not n't never no");
const PUT = new Set(["put", "throw", "bring"]);
const INSIDE = wordSet("by for with from of at to about into on in behind under near");
const OUT = wordSet("not n't never no or would could might stunt double crew cast said says told asked");
/** "the killer in Seven is …". */
const isOfWork = (s: Sentence, index: number): boolean => low(s, index) === "in" && at(s, index + 1).cap;
const CALLING = firstOf(
  pattern("his|her|their|its|the real|full|first|last|stage? name|designation|title is|was|'s|:|="),
  pattern("names is|'s|:|="),
  pattern("is|'s|was|will be? called|named|nicknamed|christened|dubbed"),
  pattern("name|named is|'s|:|="),
  pattern("names"),
  pattern("real|full name|names? is|:|=?"),
  pattern("and|so? let 's|us? call|name him|her|them|it"),
  pattern("we|i 'll|will|shall|can* call|name him|her|them|it"),
  pattern("goes|go|going by? the? name? of"),
  pattern("calls himself|herself|themselves|itself"),
  pattern(
    "everyone|everybody|people|they|the crew|locals|villagers|kids? just|all|only? call|calls him|her|them|it",
  ),
);
const OWN_NAME = pattern("'s real|full|first|last? name|designation|title|codename is|will|was|:|=|'s be?");
const IS = firstOf(
  pattern("will|shall be"),
  pattern("is|'s gonna|going to? be"),
  pattern("is"),
  pattern("'s"),
);
const IT_IS = firstOf(pattern("it|that|its 's|is|:"), pattern("its"));
const OF_STORY = pattern("in|of the|my|our|this story|film|movie|script|plot|piece");
const NAMING = wordSet("name names named naming christened baptised baptized");
const ADDING = wordSet(
  "add added adding need needs needed want wants named naming call called cast found find meet new introducing introduce invented created create made settled decided picked chose chosen",
);

/**
 * What somebody is first, then more words about them, and the name after a link: "there's a hitman who's scared of birds.
 * Name = Salvatore", "a new stable boy arrives at the Hall: Jem", "the antagonist's lawyer shall be Ms. Cordelia Haft".
 */
export const namedAfter: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s) || IF.has(low(s, index))) return undefined;
  const one = phraseSoon(s, index, talk);
  if (one === undefined || ofTheRoom(s, index, one.phrase)) return undefined;
  const { phrase } = one;
  for (let here = phrase.to; here < Math.min(phrase.to + REACH, s.tokens.length); here += 1) {
    if (OUT.has(low(s, here)) || isOfWork(s, here)) return undefined;
    const any = linked(s, here, talk, one);
    if (any === undefined && isOther(s, here)) return undefined;
    if (any === undefined) continue;
    const tie = tieTo(s, index, talk, one);
    if (tie === undefined && one.kin && one.fresh) return undefined;
    const fields = [...between(s, phrase, here, talk), ...called(s, here)];
    return present(s, index, talk, any.name, fields, tie === undefined ? [] : [tie]);
  }
  return awaited(s, index, talk, phrase);
};

/** Somebody else is named before the link. */
const isOther = (s: Sentence, index: number): boolean =>
  at(s, index).cap && !isPlaceNoun(low(s, index)) && !["the", "at", "in", "of"].includes(low(s, index - 1));

const HAS_NAME = pattern("finally|now* has|got|gets finally|now* a|his|her|its name");
const ANNOUNCED = pattern(
  "has|have|just* dropped|arrived|landed|appeared|entered|alert|incoming|unlocked|time|reveal",
);
const IS_A = new Set(["is", "'s"]);
/** What stands between the words for somebody and the name is said of them. */
function between(s: Sentence, phrase: PersonPhrase, to: number, talk: Discourse): PersonPhrase["fields"] {
  const referent = { name: phrase.head, kind: "character", fresh: true };
  if (ANNOUNCED(s, phrase.to) > 0) return phrase.fields;
  const has = s.tokens.findIndex((_, here) => here >= phrase.to && here < to && HAS_NAME(s, here) > 0);
  const before = { ...s, tokens: s.tokens.slice(0, has < 0 ? to : has) };
  const said = describe(before, phrase.to, talk, { referent, introduced: true }).fields;
  const is = before.tokens.findIndex(({ low: word }, here) => here >= phrase.to && IS_A.has(word));
  const second = is < 0 || said.length > 0 ? undefined : personPhraseAt(before, is + 1, talk);
  if (second !== undefined && second.sure !== "guess") said.push(...second.fields);
  return [...phrase.fields, ...said.filter(({ field }) => field !== "notes" && field !== "aliases")];
}

/** "Dex has an ex who …, Renata". */
function tieTo(s: Sentence, index: number, talk: Discourse, one: Spoken): Tie | undefined {
  const noun = one.kin ? relationNoun(one.phrase.head) : undefined;
  const other: Party | undefined = noun === undefined ? undefined : partyAt(s, index, talk);
  if (noun === undefined || other === undefined || !HAS(s, other.to)) return undefined;
  if (other.referent.entry_id === undefined && !other.referent.fresh) return undefined;
  const span = spanOf(s, index, one.phrase.to);
  return { relation: noun.relation, other, way: "is", introduces: true, span };
}

const HAS = (s: Sentence, index: number): boolean => ["has", "had", "have", "'s"].includes(low(s, index));

interface Spoken {
  readonly phrase: PersonPhrase;
  /** "a", "another", or "the … lawyer": somebody who has not been named yet. */
  readonly fresh: boolean;
  /** They are named by whose kin they are. */
  readonly kin: boolean;
}

/** The first words for a person, near the beginning. */
function phraseSoon(s: Sentence, index: number, talk: Discourse): Spoken | undefined {
  for (let here = index; here < Math.min(index + SOON, s.tokens.length); here += 1) {
    const owned = low(s, here - 1) === "'s" && here > index + 1;
    if (at(s, here).cap && here > index && !owned) return undefined;
    const whoever = SOMEONE.has(low(s, here));
    const fresh = whoever || FRESH.has(low(s, here));
    if (!(BEFORE.has(low(s, here)) || fresh || owned || ofOurs(s, here))) continue;
    if (LIKENING.has(low(s, here - 1))) return undefined;
    if (INSIDE.has(low(s, here - 1)) && !PUT.has(low(s, here - 2))) continue;
    const phrase = beingPhraseAt(s, (fresh && !whoever) || ofOurs(s, here) ? here + 1 : here, talk);
    if (phrase === undefined || (phrase.sure !== "person" && phrase.sure !== "trade")) continue;
    if (low(s, phrase.to) === "'s" && OWN_NAME(s, phrase.to) < 0) continue;
    const kin = relationNoun(phrase.head) !== undefined;
    return {
      phrase,
      fresh: fresh || ["a", "an", "another", "some"].includes(phrase.article) || isMet(s, here),
      kin,
    };
  }
  return undefined;
}

/** "there is this kid, Bash". */
const isMet = (s: Sentence, index: number): boolean =>
  low(s, index) === "this" && ["is", "'s", "got", "have", "has", "meet"].includes(low(s, index - 1));

/** "my grandmother figure in the story". */
const ofOurs = (s: Sentence, index: number): boolean =>
  low(s, index) === "my" &&
  ([2, 3, 4].some((gap) => OF_STORY(s, index + gap) > 0) ||
    isPart(low(s, index + 1)) ||
    isPart(low(s, index + 2)));

const isPart = (word: string): boolean => {
  const noun = personNoun(word);
  return noun?.archetype !== undefined || noun?.role !== undefined;
};

/** "my flatmate", "our sound guy": of those who make the film. */
function ofTheRoom(s: Sentence, index: number, phrase: PersonPhrase): boolean {
  for (let here = index; here < phrase.to; here += 1)
    if (["my", "your", "our"].includes(low(s, here)) && !ofOurs(s, here)) return !plays(phrase);
  const of = [0, 1, 2].map((gap) => OF_STORY(s, phrase.to + gap)).find((to) => to > 0);
  return isShopTalk(s, of ?? phrase.to) && !NAMED_IT(s, index);
}

const plays = ({ fields, head }: PersonPhrase): boolean =>
  head === "character" || fields.some(({ field }) => field === "role" || field === "archetype");

/** "we named the surgeon", "I finally have a name for the barista": the room names somebody of its story. */
const NAMED_IT = (s: Sentence, index: number): boolean =>
  s.tokens.slice(index).some((token) => NAMING.has(token.low));

function linked(s: Sentence, here: number, talk: Discourse, one: Spoken): AnyName | undefined {
  const mark = low(s, here);
  const beside = besideRole(s, here, talk, one);
  if (beside !== undefined) return beside;
  const calling = Math.max(CALLING(s, here), OWN_NAME(s, here));
  if (calling > 0) return sure(s, calling, talk, true);
  if (mark === ":" || mark === "=") return sure(s, here + 1, talk, one.fresh);
  const is = one.fresh ? -1 : IS(s, here);
  if (is > 0 && here - one.phrase.to < REACH) return at(s, is).cap ? borne(s, is, talk, one) : undefined;
  if (![",", "–", "—", "-", "("].includes(mark) || at(s, here).glued !== (mark === ",")) return undefined;
  const any = anyNameAt(s, here + 1, talk);
  if (any === undefined || any.by === "place" || !endsAt(s, any.name.to)) return undefined;
  if (here === one.phrase.to && !one.fresh && isApposed(s, any, one)) return any;
  if (here === one.phrase.to && mark === "(" && evidenceFrom(s, any.name.to, talk).age) return any;
  if (!at(s, here + 1).cap && any.name.to - here < 3) return undefined;
  const goesOn = ["he", "she", "who"].includes(low(s, any.name.to + 1)) || low(s, any.name.to) === "who";
  return one.fresh && (goesOn || isFair(evidenceFrom(s, any.name.to, talk))) ? any : undefined;
}

/** "the antagonist, Senator Hale Whitcombe, is …". */
const isApposed = (s: Sentence, any: AnyName, { phrase }: Spoken): boolean =>
  low(s, any.name.to) === "," &&
  at(s, any.name.from).cap &&
  (plays(phrase) || any.by === "given" || any.name.to - any.name.from > 1) &&
  at(s, any.name.to + 1).text !== "";

/** "my villain Doctor Sable removes memories": right beside a part in the story. */
function besideRole(
  s: Sentence,
  here: number,
  talk: Discourse,
  { phrase, fresh }: Spoken,
): AnyName | undefined {
  if (here !== phrase.to || fresh || !plays(phrase) || !at(s, here).cap) return undefined;
  const any = anyNameAt(s, here, talk);
  const verb = any === undefined ? undefined : s.tags(any.name.to);
  return any !== undefined && any.by !== "place" && verb?.has("PresentTense") === true ? any : undefined;
}

/** "the lawyer will be Ms. Haft": what is no given name needs more than its capital. */
function borne(s: Sentence, index: number, talk: Discourse, one: Spoken): AnyName | undefined {
  const any = sure(s, index, talk, true);
  if (
    any === undefined ||
    any.by === "given" ||
    plays(one.phrase) ||
    (one.phrase.sure === "person" && !one.kin)
  )
    return any;
  return any.name.to - any.name.from > 1 || isFair(evidenceFrom(s, any.name.to, talk)) ? any : undefined;
}

/** A name that ends where a phrase may end; a word in small letters only where more proves it. */
function sure(s: Sentence, index: number, talk: Discourse, due: boolean): AnyName | undefined {
  const any = anyNameAt(s, index, talk) ?? (due ? slottedAt(s, index, talk) : undefined);
  if (any === undefined || !closes(s, any.name.to)) return undefined;
  if (any.by === "place") return undefined;
  return due || isFair(evidenceFrom(s, any.name.to, talk)) ? any : undefined;
}

const closes = (s: Sentence, index: number): boolean =>
  endsAt(s, index) || at(s, index).type === "number" || ["she", "he", "because"].includes(low(s, index));

/** "her name is …" tells her gender. */
function called(s: Sentence, index: number): PersonPhrase["fields"] {
  const gender = pronounGender(low(s, index));
  return gender === undefined ? [] : [valueField(s, "gender", gender, index, index + 1)];
}

/** The name comes in the sentence after: keeps what is said of its bearer until then. */
function awaited(s: Sentence, index: number, talk: Discourse, phrase: PersonPhrase): undefined {
  const [next] = sentencesIn(talk, s.end, talk.text.length, 1);
  if (next === undefined || next.asks || relationNoun(phrase.head) !== undefined) return undefined;
  const adds = s.tokens.slice(index).some((token) => ADDING.has(token.low));
  const named = NAMED_IT(s, index) && IT_IS(next, 0) > 0;
  const alone = adds && isNameAlone(next, talk);
  if (CALLING(next, 0) > 0 || named || alone)
    talk.unnamed = { fields: between(s, phrase, s.tokens.length, talk), request: {} };
  return undefined;
}

const isNameAlone = (s: Sentence, talk: Discourse): boolean => {
  const any = anyNameAt(s, 0, talk);
  return any !== undefined && any.by !== "place" && endsAt(s, any.name.to);
};

/** "Name = Salvatore Pinto", "It's Fitz", "mrs Dubicki." after somebody without a name. */
export const nameNext: Rule = (s, index, talk) => {
  const { unnamed } = talk;
  if (unnamed === undefined || s.asks || isHedged(s) || isFilmTalk(s)) return undefined;
  const from = Math.max(CALLING(s, index), IT_IS(s, index));
  const any = anyNameAt(s, Math.max(from, index), talk);
  if (any === undefined || any.by === "place" || !closes(s, any.name.to)) return undefined;
  if (from < 0 && (index > 0 || !endsAt(s, any.name.to))) return undefined;
  talk.unnamed = undefined;
  talk.named.add(unnamed.request);
  return present(s, index, talk, any.name, [...unnamed.fields, ...called(s, index)]);
};
