import { type Discourse, resolvePronoun } from "../parts/discourse.ts";
import { evidenceFrom, isFair } from "../parts/evidence.ts";
import { kinAt, kinGender } from "../parts/kin.ts";
import { nameAt } from "../parts/names.ts";
import { type PersonPhrase, personPhraseAt } from "../parts/noun-phrase.ts";
import { besideName } from "../parts/peg.ts";
import { COPULAS } from "../parts/predicate.ts";
import { personSlot } from "../parts/slot.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { present } from "./present.ts";
import type { Rule } from "./rule.ts";

const PICTURE = firstOf(pattern("picture|envision|visualize|visualise"), pattern("think of"));
const IDEA = firstOf(
  pattern(
    "my|our|an|one|another|new|the* idea|pick|suggestion|pitch|candidate|name for the|our|a|my|his|her",
  ),
  pattern("for the|our part|role|character? of? the|a|our?"),
  pattern("as the|our|for the|our"),
);
const THE_ONE = pattern("the");

/** People brought in by words that the plain forms do not have: "picture Vera: 60, …", "my idea for the mother: Ruth", "the Widow is a crime boss", "his daughter Lily is six". */
export const broughtSo: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s) || talk.elsewhere) return undefined;
  return (
    pictured(s, index, talk) ??
    ideaFor(s, index, talk) ??
    nameTheTrade(s, index, talk) ??
    shouldBeCalled(s, index, talk) ??
    theOne(s, index, talk) ??
    kinOfSome(s, index, talk) ??
    theKin(s, index, talk) ??
    bareKin(s, index, talk)
  );
};

/** "picture Vera: 60, chain smoker". */
function pictured(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = PICTURE(s, index);
  const name = from > 0 && at(s, from).cap ? nameAt(s, from, talk, "character") : undefined;
  if (name === undefined || isShopTalk(s, from)) return undefined;
  return isFair(evidenceFrom(s, name.to, talk)) ? present(s, index, talk, name, []) : undefined;
}

/** "my idea for the mother: Ruth, strict, religious". */
function ideaFor(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = IDEA(s, index);
  const part = from < 0 ? undefined : (personPhraseAt(s, from, talk) ?? kinPhrase(s, from));
  if (part === undefined || ![":", "=", ","].includes(low(s, part.to)) || isShopTalk(s, part.to))
    return undefined;
  const name = at(s, part.to + 1).cap ? personSlot(s, part.to + 1, talk) : undefined;
  return name && present(s, index, talk, name, part.fields);
}

function kinPhrase(s: Sentence, index: number): Pick<PersonPhrase, "to" | "fields"> | undefined {
  const kin = kinAt(s, index);
  return kin && { to: kin.to, fields: [...kinGender(s, kin)] };
}

/** "Sal the bartender", and nothing more. */
function nameTheTrade(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const name = at(s, index).cap ? nameAt(s, index, talk, "character") : undefined;
  if (name === undefined || name.entry !== undefined || low(s, name.to) !== "the") return undefined;
  const part = personPhraseAt(s, name.to, talk);
  if (part?.sure !== "trade" || part.to < s.tokens.length || isShopTalk(s, index)) return undefined;
  return present(s, index, talk, { ...name, solid: true }, part.fields);
}

const SHOULD_BE = pattern("should|could|must|can be called|named");

/** "the barber should be called Paolo". */
function shouldBeCalled(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const part = ["the", "our"].includes(low(s, index)) ? personPhraseAt(s, index, talk) : undefined;
  const from = part === undefined || part.sure === "guess" ? -1 : SHOULD_BE(s, part.to);
  const name = from < 0 ? undefined : personSlot(s, from, talk);
  return name && part && name.entry === undefined ? present(s, index, talk, name, part.fields) : undefined;
}

/** "the Widow is a crime boss": a name with an article, told by what they are. */
function theOne(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  if (THE_ONE(s, index) < 0 || !at(s, index + 1).cap || !COPULAS.has(low(s, index + 2))) return undefined;
  if (!["a", "an", "the"].includes(low(s, index + 3)) || isShopTalk(s, index)) return undefined;
  const part = personPhraseAt(s, index + 3, talk);
  if (part?.sure !== "trade" && part?.sure !== "person") return undefined;
  const name = personSlot(s, index, talk);
  return name?.to === index + 2 ? present(s, index, talk, name, part.fields) : undefined;
}

/** "his daughter Lily is six", where nobody says whose: somebody with a name and an age or a trade all the same. */
function kinOfSome(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const own = low(s, index);
  if (!["his", "her"].includes(own) || resolvePronoun(talk, own) !== undefined) return undefined;
  const kin = kinAt(s, index + 1);
  if (kin === undefined || kin.noun.plural || isSubordinate(s, index) || isShopTalk(s, index + 1))
    return undefined;
  const name = besideName(s, kin.to, talk);
  if (name === undefined || name.entry !== undefined || !at(s, name.from).cap) return undefined;
  return isFair(evidenceFrom(s, name.to, talk))
    ? present(s, index, talk, name, kinGender(s, kin))
    : undefined;
}

/** "The mother, Agnieszka, cleans offices": of the family the story is about. */
function theKin(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const kin = low(s, index) === "the" ? kinAt(s, index + 1) : undefined;
  if (kin === undefined || kin.noun.plural || low(s, kin.to) !== "," || isShopTalk(s, index))
    return undefined;
  const name = at(s, kin.to + 1).cap ? nameAt(s, kin.to + 1, talk, "character") : undefined;
  if (name === undefined || name.entry !== undefined || low(s, name.to) !== ",") return undefined;
  return present(s, index, talk, name, kinGender(s, kin));
}

const CALLED = pattern("is|'s called|named");

/** "…, husband is called Pete": in a hurry, after the one whose husband he is. */
function bareKin(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const kin = kinAt(s, index);
  const called = kin === undefined || kin.noun.plural ? -1 : CALLED(s, kin.to);
  const name = called < 0 || isShopTalk(s, index) ? undefined : personSlot(s, called, talk);
  return kin && name && name.entry === undefined
    ? present(s, index, talk, name, kinGender(s, kin))
    : undefined;
}
