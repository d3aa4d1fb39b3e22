import { anyNameAt } from "../parts/any-name.ts";
import { type Discourse, pronounGender, resolvePronoun } from "../parts/discourse.ts";
import { evidenceFrom } from "../parts/evidence.ts";
import { valueField } from "../parts/fields.ts";
import { type Named, nameAt } from "../parts/names.ts";
import { type PersonPhrase, personPhraseAt } from "../parts/noun-phrase.ts";
import { besideName, peggedName } from "../parts/peg.ts";
import { endsAt } from "../parts/phrase.ts";
import { personSlot } from "../parts/slot.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import type { Rule } from "./rule.ts";

const IS = firstOf(pattern("will|shall be"), pattern("is|'s"));
const CALLED = firstOf(pattern("is|'s|will be? called|named"), pattern("calls himself|herself|themselves"));
const NAME_OF = pattern("the? name of");
const NAME_OF_THEM = pattern("'s name is|'s|was|:|=");
const CALLED_SO = new Set(["called", "named"]);
const FOR_YOU = pattern("for you|us|me|this|today|backlot");
const DASH = /^[-–—]+$/;
const REACH = 9;

/** People brought in with words around them that the plain forms do not have. Each needs a name where one is due. */
export const leadIn: Rule = (s, index, talk) => {
  if (isHedged(s) || isFilmTalk(s) || ["my", "your"].includes(low(s, index))) return undefined;
  return nameOf(s, index, talk) ?? pronounCalled(s, index, talk) ?? phraseThenName(s, index, talk);
};

/** "The name of the killer is Bruno". */
function nameOf(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = NAME_OF(s, index);
  const phrase = from < 0 ? undefined : personPhraseAt(s, from, talk);
  const is = phrase === undefined ? -1 : IS(s, phrase.to);
  if (phrase === undefined || phrase.sure === "guess" || is < 0 || isShopTalk(s, index)) return undefined;
  const name = personSlot(s, is, talk);
  return name && present(s, index, talk, name, phrase.fields);
}

/** "she's called Aurelie, she's French": of nobody spoken of yet. */
function pronounCalled(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const gender = pronounGender(low(s, index));
  const called = CALLED(s, index + 1);
  if (gender === undefined || called < 0 || !["he", "she"].includes(low(s, index))) return undefined;
  if (resolvePronoun(talk, low(s, index)) !== undefined || isShopTalk(s, index)) return undefined;
  const name = at(s, called).cap ? personSlot(s, called, talk) : undefined;
  if (name === undefined || name.entry !== undefined) return undefined;
  return present(s, index, talk, name, [valueField(s, "gender", gender, index, index + 1)]);
}

function phraseThenName(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const start = ["his", "her"].includes(low(s, index)) ? index + 1 : index;
  const phrase = personPhraseAt(s, start, talk);
  if (phrase === undefined || phrase.sure === "guess" || phrase.sure === "likely") return undefined;
  if (start > index) {
    const one = tradeBefore(s, phrase, talk);
    return one && present(s, index, talk, one.name, phrase.fields);
  }
  const isPart = phrase.fields.some(({ field }) => field === "role" || field === "archetype");
  if (isShopTalk(s, index + 1)) return undefined;
  const name =
    (isPart || isCharacter(phrase) ? (playedBy(s, phrase, talk) ?? dashed(s, phrase, talk)) : undefined) ??
    forYou(s, phrase, talk) ??
    nameOfThem(s, phrase, talk) ??
    calledLater(s, phrase, talk) ??
    tradeBefore(s, phrase, talk) ??
    lateCalled(s, phrase, talk);
  return name && present(s, index, talk, name.name, [...phrase.fields, ...name.fields]);
}

interface Late {
  readonly name: Named;
  readonly fields: PersonPhrase["fields"];
}

const isCharacter = ({ head }: PersonPhrase): boolean => head === "character" || head === "char";

/** "main character will be Noemi", "the antagonist is a senator, Aldous Reed". */
function playedBy(s: Sentence, phrase: PersonPhrase, talk: Discourse): Late | undefined {
  const is = IS(s, phrase.to);
  if (is < 0) return undefined;
  const name = at(s, is).cap ? nameAt(s, is, talk, "character") : undefined;
  if (name !== undefined) return low(s, name.to) === "'s" ? undefined : { name, fields: [] };
  const second = personPhraseAt(s, is, talk);
  if (second === undefined || second.sure === "guess") return undefined;
  const late = peggedName(s, second.to, talk) ?? closed(s, besideName(s, second.to, talk));
  return late && { name: late, fields: second.fields };
}

/** "next character - Yara (25)". */
function dashed(s: Sentence, phrase: PersonPhrase, talk: Discourse): Late | undefined {
  const dash = at(s, phrase.to);
  if (!DASH.test(dash.low) || dash.glued || !at(s, phrase.to + 1).cap) return undefined;
  const name = nameAt(s, phrase.to + 1, talk, "character");
  return name && name.entry === undefined ? { name, fields: [] } : undefined;
}

/** "a character for you: Tino, 16". */
function forYou(s: Sentence, phrase: PersonPhrase, talk: Discourse): Late | undefined {
  const to = FOR_YOU(s, phrase.to);
  const name = to > 0 && [":", ",", "-"].includes(low(s, to)) ? besideName(s, to, talk) : undefined;
  return name && { name, fields: [] };
}

/** "the kid's name is Pip", "our hero's name: Ansel". */
function nameOfThem(s: Sentence, phrase: PersonPhrase, talk: Discourse): Late | undefined {
  const to = NAME_OF_THEM(s, phrase.to);
  const any = to < 0 ? undefined : anyNameAt(s, to, talk);
  if (any === undefined || any.by === "place" || !endsAt(s, any.name.to)) return undefined;
  return { name: any.name, fields: [] };
}

/** "the neighbour across the hall is a retired opera singer called Madame Vasquez": what they are, then the name. */
function calledLater(s: Sentence, phrase: PersonPhrase, talk: Discourse): Late | undefined {
  if (!["the", "this", "our", "a", "an"].includes(phrase.article)) return undefined;
  for (let here = phrase.to; here < Math.min(phrase.to + REACH, s.tokens.length); here += 1) {
    if (at(s, here).type === "mark" || ["not", "n't"].includes(low(s, here))) return undefined;
    const is = IS(s, here);
    if (is < 0) continue;
    const plain = at(s, is).cap && !at(s, here - 1).cap ? nameAt(s, is, talk, "character") : undefined;
    if (plain !== undefined)
      return plain.entry === undefined && evidenceFrom(s, plain.to, talk).age
        ? { name: plain, fields: [] }
        : undefined;
    const second = personPhraseAt(s, is, talk);
    const name = second && isCalled(s, second.to) ? peggedName(s, second.to, talk) : undefined;
    return second && name && name.entry === undefined ? { name, fields: second.fields } : undefined;
  }
  return undefined;
}

const isCalled = (s: Sentence, index: number): boolean =>
  CALLED_SO.has(low(s, index)) || (low(s, index) === "," && ["his", "her"].includes(low(s, index + 1)));

/** "the policeman Radek is 35", "her therapist Dr. Lund is 50": what they are, their name and their age. */
function tradeBefore(s: Sentence, phrase: PersonPhrase, talk: Discourse): Late | undefined {
  const own = ["his", "her"].some((word) => [2, 3].some((gap) => low(s, phrase.to - gap) === word));
  if (phrase.sure !== "trade" || !(own || ["the", "this"].includes(phrase.article))) return undefined;
  const name = at(s, phrase.to).cap ? nameAt(s, phrase.to, talk, "character") : undefined;
  if (name === undefined || name.entry !== undefined || name.referent !== undefined || IS(s, name.to) < 0)
    return undefined;
  return evidenceFrom(s, name.to, talk).age ? { name, fields: [] } : undefined;
}

/** "the guy who runs the motel is called Stu": the name comes after more words about them. */
function lateCalled(s: Sentence, phrase: PersonPhrase, talk: Discourse): Late | undefined {
  if (!["the", "this", "our", "a", "an"].includes(phrase.article)) return undefined;
  for (let here = phrase.to; here < Math.min(phrase.to + REACH, s.tokens.length); here += 1) {
    if (at(s, here).type === "mark" || ["not", "n't"].includes(low(s, here))) return undefined;
    const called = CALLED(s, here);
    if (called < 0) continue;
    const name = personSlot(s, called, talk);
    return name && name.entry === undefined ? { name, fields: [] } : undefined;
  }
  return undefined;
}

const AFTER = new Set(["", "who", "and", "with"]);
const closed = (s: Sentence, name: Named | undefined): Named | undefined =>
  name !== undefined && (AFTER.has(low(s, name.to)) || at(s, name.to).type === "mark") ? name : undefined;
