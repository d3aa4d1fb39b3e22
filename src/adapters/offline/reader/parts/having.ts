import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { FLAW_THINGS, LOOK_THINGS, STRENGTH_THINGS, VOICE_THINGS } from "../words/flaws.ts";
import { wordSet } from "../words/word-set.ts";
import { besideFacts } from "./beside.ts";
import { type Discourse, type Party, sentencesIn } from "./discourse.ts";
import { itemField, textField } from "./fields.ts";
import { kinAt, kinGender } from "./kin.ts";
import { namelessKin } from "./nameless.ts";
import { nameAt } from "./names.ts";
import { namedParty } from "./party.ts";
import { phraseEnd } from "./phrase.ts";
import { personSlot } from "./slot.ts";
import { joinTold, type Subject, type Tie, type Told, told } from "./told.ts";

const HAVE = wordSet("has have 've got had");
const FEAR_OF = /(?:^|\s)(?:fear|phobia|terror|dread) (?:of|about) /i;

/** "has a scar on her chin", "'s got a temper", "has a brother named Theo". */
export function hasAt(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const secret = secretAt(s, index, talk);
  if (secret !== undefined) return secret;
  let from = index;
  if (low(s, from) === "'s" && low(s, from + 1) === "got") from += 1;
  if (!HAVE.has(low(s, from)) || low(s, from) === "had") return undefined;
  if (low(s, from + 1) === "got") from += 1;
  from += 1;
  if (low(s, from) === "no" || low(s, from) === "to" || low(s, from) === "never")
    return told(phraseEnd(s, from));
  return (
    hasKin(s, from, talk) ?? hasUnnamed(s, from, talk, subject) ?? hasThing(s, from, talk, subject.introduced)
  );
}

const SECRET = pattern(
  "hides|keeps|has|holds|carries a|the|one? dark|big|terrible|old|deep|guilty|shameful* secret :|,|–|—|-|that",
);
/** "hides a dark secret: he let his partner die": what the secret is. */
function secretAt(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = SECRET(s, index);
  if (from < 0) return undefined;
  const to = phraseEnd(s, from);
  return told(to, [itemField(s, talk, "secrets", from, to)]);
}

/** "with red hair", "has a drinking problem": what is had, by its noun. */
export function hasThing(s: Sentence, from: number, talk: Discourse, introduced: boolean): Told | undefined {
  const to = partEnd(s, from, thingEnd(s, from));
  if (low(s, from) === "no") return undefined;
  const one = thingTold(s, from, to, talk, introduced);
  const next = low(s, to) === "," && low(s, to + 1) === "and" ? to + 2 : to + 1;
  const goesOn = one !== undefined && [",", "and"].includes(low(s, to)) && ARTICLES.has(low(s, next));
  const more = goesOn ? hasThing(s, next, talk, false) : undefined;
  return one !== undefined && more !== undefined ? joinTold(one, more) : one;
}

const ARTICLES = new Set(["a", "an"]);

/** "a scar and a bad temper" are two things when they belong to two fields. */
function partEnd(s: Sentence, from: number, to: number): number {
  for (let here = from + 1; here < to - 1; here += 1) {
    if (low(s, here) !== "and" || !ARTICLES.has(low(s, here + 1))) continue;
    const [first, second] = [partField(s, from, here), partField(s, here + 1, to)];
    if (first !== undefined && second !== undefined && first !== second) return here;
  }
  return to;
}

const FEARS = new Set(["fear", "phobia", "terror", "dread"]);
const partField = (s: Sentence, from: number, to: number): string | undefined =>
  FEARS.has(low(s, from + 1)) ? "fear" : thingField(s, from, to);

function thingTold(
  s: Sentence,
  from: number,
  to: number,
  talk: Discourse,
  introduced: boolean,
): Told | undefined {
  const text = textField(s, talk, "notes", from, to);
  if (text === undefined) return undefined;
  const fear = FEAR_OF.exec(String(text.value));
  if (fear !== null) return fearPart(s, talk, from, to);
  const field = thingField(s, from, to);
  if (field === "secrets") return told(to, [itemField(s, talk, "secrets", from, to)]);
  if (field === "strengths") return told(to, [itemField(s, talk, "strengths", from, to)]);
  if (field !== undefined) return told(to, [{ ...text, field }]);
  return introduced ? told(to, [{ ...text, field: "notes" }]) : undefined;
}

/** A clause about the one who has it ("with red hair who is afraid …") is no part of the thing. */
function thingEnd(s: Sentence, from: number): number {
  const end = phraseEnd(s, from);
  for (let here = from + 1; here < end; here += 1) if (low(s, here) === "who") return here;
  return end;
}

function fearPart(s: Sentence, talk: Discourse, from: number, to: number): Told {
  let start = from;
  while (start < to && !["of", "about"].includes(low(s, start))) start += 1;
  return told(to, [textField(s, talk, "fear", start + 1, to)]);
}

/** By the head of the first noun phrase: the last word before a preposition, else any listed word among its first. */
function thingField(s: Sentence, from: number, to: number): string | undefined {
  for (let here = from; here < to; here += 1) {
    const word = low(s, here);
    if (["that", "who", "which", "because", "when", "to"].includes(word)) return undefined;
    if (LOOK_THINGS.has(word) || ["tall", "blonde", "blond"].includes(word)) return "appearance";
    if (VOICE_THINGS.has(word)) return "voice";
    if (FLAW_THINGS.has(word)) return "flaw";
    if (STRENGTH_THINGS.has(word)) return "strengths";
    if (word === "secret" || word === "secrets")
      return ["", ",", "and"].includes(low(s, here + 1)) || here + 1 >= to ? "secrets" : undefined;
    if (["in", "at", "with", "for", "from", "about"].includes(word)) return undefined;
  }
  return undefined;
}

/** "a son, Leo, 12": what stands beside the name is said of the newcomer. */
function described(s: Sentence, ties: readonly Tie[], talk: Discourse): Told {
  const [tie] = ties;
  if (tie === undefined) return told(0);
  const beside = besideFacts(s, tie.other.to, talk);
  const other = { ...tie.other, fields: [...tie.other.fields, ...beside.fields] };
  return told(beside.to, [], [{ ...tie, other }]);
}

const CLOSING = new Set(["", ",", "and", "but", "who", ";", ")", "too"]);
const MOST_KIN = 4;

const LATE_REACH = 12;
/** "has an ex who shows up in act 2, Renata, …": the name after a clause of their own. */
function lateKin(s: Sentence, from: number, talk: Discourse): Tie | undefined {
  const kin = ["a", "an"].includes(low(s, from)) ? kinAt(s, from + 1) : undefined;
  if (kin === undefined || kin.noun.plural || !["who", "in", "that", "from"].includes(low(s, kin.to)))
    return undefined;
  for (let here = kin.to + 1; here < Math.min(kin.to + LATE_REACH, s.tokens.length); here += 1) {
    if (![",", ":", "(", "–", "—"].includes(low(s, here))) continue;
    const name = at(s, here + 1).cap ? nameAt(s, here + 1, talk, "character") : undefined;
    if (name === undefined || name.entry !== undefined || name.ambiguous) return undefined;
    const other: Party = { ...namedParty(s, name), fields: kinGender(s, kin) };
    const { noun, description, secret } = kin;
    return {
      relation: noun.relation,
      other,
      way: "has",
      description,
      secret,
      introduces: true,
      span: spanOf(s, from, name.to),
    };
  }
  return undefined;
}

const IS_CALLED = firstOf(
  pattern("his|her name|names is|'s"),
  pattern("he|she is|'s called|named"),
  pattern("hes|shes called|named"),
);
/** "…'s got a daughter, she's called Siân", "… has a son. His name is Tim.": the name comes in a clause of its own. */
function isNamedNext(s: Sentence, from: number, talk: Discourse): boolean {
  const kin = kinAt(s, from + 1);
  if (kin === undefined) return false;
  if ([",", ";", "and"].includes(low(s, kin.to))) return IS_CALLED(s, kin.to + 1) > 0;
  const next = kin.to < s.tokens.length ? [] : sentencesIn(talk, s.end, talk.text.length, NAMED_WITHIN);
  return next.some((one) => IS_CALLED(one, 0) > 0);
}

/** "She has a sister. She's a nun. Her name is …": sentences in which the name may come. */
const NAMED_WITHIN = 2;

/** "has a brother", "has a son and a daughter": kin of someone of the film, who have no name yet. */
function hasUnnamed(
  s: Sentence,
  from: number,
  talk: Discourse,
  { referent, introduced }: Subject,
): Told | undefined {
  const known = referent.entry_id !== undefined || referent.fresh;
  if (!known && !(introduced && isNamedNext(s, from, talk))) return undefined;
  const late = lateKin(s, from, talk);
  if (late !== undefined) return described(s, [late], talk);
  const ties: Tie[] = [];
  let here = from;
  while (ties.length < MOST_KIN && ["a", "an", "one", "another"].includes(low(s, here))) {
    const kin = kinAt(s, here + 1);
    const other =
      kin !== undefined && CLOSING.has(low(s, kin.to)) ? namelessKin(s, talk, kin, here + 1) : undefined;
    if (kin === undefined || other === undefined) break;
    const { noun, description, secret } = kin;
    const span = spanOf(s, from, kin.to);
    ties.push({ relation: noun.relation, other, way: "has", description, secret, introduces: true, span });
    here = low(s, kin.to) === "and" ? kin.to + 1 : kin.to;
  }
  const [first] = ties;
  if (ties.length === 1 && first !== undefined) return described(s, [first], talk);
  return ties.length === 0 ? undefined : told(ties.at(-1)?.other.to ?? from, [], ties);
}

const COUNTS = wordSet("a an one two three four five another her his the");
/** "has a brother, his name is Leo": who is meant is told by a clause of its own. */
const THEIRS = wordSet("he she they his her their who whose");
const NAMED = new Set(["named", "called", ",", ":", "(", "–"]);

/** "has a younger brother named Theo", "have two kids, Ana and Bo". */
function hasKin(s: Sentence, from: number, talk: Discourse): Told | undefined {
  const start = COUNTS.has(low(s, from)) ? from + 1 : from;
  const kin = kinAt(s, start);
  if (kin === undefined || !NAMED.has(low(s, kin.to)) || THEIRS.has(low(s, kin.to + 1))) return undefined;
  const ties: Tie[] = [];
  let here = kin.to + 1;
  while (here < s.tokens.length && ties.length < 6) {
    const name = ties.length === 0 ? personSlot(s, here, talk) : nameAt(s, here, talk, "character");
    if (name === undefined) break;
    const party: Party = { ...namedParty(s, name), fields: kinGender(s, kin) };
    ties.push({
      relation: kin.noun.relation,
      other: { ...party, referent: { ...party.referent, gender: kin.noun.gender ?? party.referent.gender } },
      way: "has",
      description: kin.description,
      secret: kin.secret,
      introduces: true,
      span: spanOf(s, from, name.to),
    });
    here = name.to;
    if (!kin.noun.plural) break;
    if (low(s, here) === ",") here += 1;
    if (low(s, here) === "and" || low(s, here) === "&") here += 1;
    if (at(s, here).text === "") break;
  }
  return ties.length === 1 && !kin.noun.plural
    ? described(s, ties, talk)
    : ties.length === 0
      ? undefined
      : told(here, [], ties);
}
