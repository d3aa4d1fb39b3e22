import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { ageAt, numberAt } from "../parts/ages.ts";
import { describe } from "../parts/describe.ts";
import { remember, tellOf } from "../parts/statements.ts";
import { type Discourse, pronounGender } from "../parts/discourse.ts";
import { valueField } from "../parts/fields.ts";
import { kinGender, ownedKinAt, tieOf } from "../parts/kin.ts";
import { nameAt, type Named } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { isOwning, namedParty } from "../parts/party.ts";
import { besideName, peggedName } from "../parts/peg.ts";
import { personSlot } from "../parts/slot.ts";
import { at, low, pattern, firstOf, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { relationNoun } from "../words/relations.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

export const MAKE = pattern("create|add|introduce|include|insert|make|build|invent|bring|put up|in|me|us* new?");
const NEEDS = firstOf(
  pattern("we|i need|want|'ve|have got?"),
  pattern("the film|movie|story|script|show needs|has|wants"),
  pattern("i|we 'd|would like|love"),
  pattern("have"),
  pattern("give us|me"),
);
const THERE = firstOf(
  pattern("there 's|is|are also?"),
  pattern("meet"),
  pattern("we meet|follow"),
  pattern("we open|start|begin on|with"),
  pattern("the|our|this story|film|movie|script follows|tracks|centers|centres|revolves|is|'s|opens|starts|begins about|on|around|with?"),
  pattern("say hello|hi to"),
  pattern("this is"),
  pattern("here 's|is"),
  pattern("enter|introducing"),
);
const NEW = pattern("new|another");
const NAME_IS = pattern("the? name is|'s");

/** "Create a character named …", "add Priya to the cast", "there's a cop, Dan, who …", "meet Eve, 34", "new character: Maya". */
export const introduce: Rule = (s, index, talk) => {
  const made = MAKE(s, index);
  if (made > index) return isHedged(s) ? undefined : introduction(s, made, talk, true, index);
  const fresh = NEW(s, index);
  if (fresh > index) return introduction(s, fresh, talk, true, index);
  const named = NAME_IS(s, index);
  if (named > index && !isHedged(s)) {
    const name = personSlot(s, named, talk);
    return name && present(s, index, talk, name, []);
  }
  const opened = Math.max(NEEDS(s, index), THERE(s, index));
  if (opened < 0 || isHedged(s) || isShopTalk(s, opened) || isFilmTalk(s, opened)) return undefined;
  return introduction(s, opened, talk, false, index);
};

/** "character: Eve, 34", "the villain: Dr. Strand": a part, a colon, a name. */
export const labelledPart: Rule = (s, index, talk) => {
  const part = personPhraseAt(s, index, talk);
  if (part?.sure !== "person" || ![":", "="].includes(low(s, part.to)) || isHedged(s)) return undefined;
  const name = personSlot(s, part.to + 1, talk);
  return name && present(s, index, talk, name, part.fields);
};

/** "A retired judge named Walter Hobbs moves in", "A doctor, Dr. Amina Yusuf, late thirties": the phrase first, then the name. */
export const phraseFirst: Rule = (s, index, talk) => {
  if (!["a", "an"].includes(low(s, index)) || isHedged(s) || isShopTalk(s, index) || isFilmTalk(s)) return undefined;
  const phrase = personPhraseAt(s, index, talk);
  if (phrase === undefined || (phrase.sure !== "trade" && phrase.sure !== "person") || relationNoun(phrase.head)) return undefined;
  const pegged = ["named", "called"].includes(low(s, phrase.to)) ? peggedName(s, phrase.to, talk) : undefined;
  const beside = [",", "(", "–", "-"].includes(low(s, phrase.to)) ? besideName(s, phrase.to, talk) : undefined;
  const closed = beside !== undefined && (at(s, beside.to).text === "" || at(s, beside.to).type === "mark");
  const name = pegged ?? (closed ? beside : undefined);
  return name && present(s, index, talk, name, phrase.fields);
};

function introduction(
  s: Sentence,
  from: number,
  talk: Discourse,
  command: boolean,
  start: number,
): ReturnType<Rule> {
  const owned = ownedKinAt(s, from, talk);
  if (owned !== undefined && !owned.kin.noun.plural) {
    const name = peggedName(s, owned.to, talk) ?? besideName(s, owned.to, talk) ?? slotAfter(s, owned.to, talk, command);
    if (name === undefined) return undefined;
    const tie = { ...tieOf(s, owned, true), span: spanOf(s, start, name.to) };
    return present(s, start, talk, name, [...kinGender(s, owned.kin)], [tie]);
  }
  const phrase = (numberAt(s, from)?.value ?? 1) > 1 && ageAt(s, from) === undefined ? undefined : personPhraseAt(s, from, talk);
  if (phrase !== undefined && !(command && isProper(s, from, talk))) {
    const name = peggedName(s, phrase.to, talk) ?? besideName(s, phrase.to, talk) ?? late(s, phrase.to, talk);
    const own = !command && relationNoun(phrase.head) !== undefined;
    const fits = !own && (phrase.sure !== "guess" || (command && phrase.article !== ""));
    if (name !== undefined && fits) return present(s, start, talk, name, phrase.fields);
    if (phrase.sure === "person" && phrase.head === "character" && command) {
      const bare = slotAfter(s, phrase.to, talk, true);
      if (bare !== undefined) return present(s, start, talk, bare, phrase.fields);
    }
  }
  const direct = at(s, from).type === "quote" ? slotAfter(s, from, talk, command) : properName(s, from, talk);
  if (direct === undefined || isOwning(s, direct.to) || !(command || isMet(s, start, direct.to))) return undefined;
  const bare = ["this", "here"].includes(low(s, start)) && at(s, direct.to).text === "";
  if (bare && direct.entry === undefined && !s.tags(direct.from).has("FirstName")) return undefined;
  return present(s, start, talk, direct, []);
}

function properName(s: Sentence, from: number, talk: Discourse): Named | undefined {
  return at(s, from).cap ? nameAt(s, from, talk, "character") : undefined;
}

/** "Create Detective Rosa Alvarez": the name begins with what looks like a trade. */
function isProper(s: Sentence, from: number, talk: Discourse): boolean {
  return properName(s, from, talk) !== undefined;
}

function slotAfter(s: Sentence, index: number, talk: Discourse, command: boolean): Named | undefined {
  return command && (at(s, index).cap || at(s, index).type === "quote") ? personSlot(s, index, talk) : undefined;
}

/** "meet Eve, 34" and "this is Zoe": nothing or a mark follows the name. */
function isMet(s: Sentence, start: number, to: number): boolean {
  const opener = low(s, start);
  const next = at(s, to);
  if (opener === "there") return next.low === "," || next.low === "the" || next.low === "(";
  const closed = next.text === "" || next.type === "mark" || next.low === "who";
  return ["meet", "this", "enter", "introducing", "we", "say", "here", "the", "our"].includes(opener) && closed;
}

const STORY_END = pattern("to|into|in the|our? cast|bible|story|film|movie|project|script");
const AS = pattern("as a|an|the|our?");

/** The statements of one person brought in by name, with all that is said of them. */
export function present(
  s: Sentence,
  start: number,
  talk: Discourse,
  name: Named,
  fields: readonly FieldReading[],
  ties: Parameters<typeof tellOf>[2]["ties"] = [],
): ReturnType<Rule> {
  const party = { ...namedParty(s, name), fields };
  remember(talk, party, fields, true);
  let here = name.to;
  const into = STORY_END(s, here);
  if (into > here) here = into;
  const as = AS(s, here);
  const part = as > here ? personPhraseAt(s, as, talk) : undefined;
  if (part !== undefined) here = part.to;
  const called = pronounBefore(s, name.from);
  const gender = [...fields, ...called].findLast((field) => field.field === "gender")?.value;
  const referent = { ...party.referent, gender: typeof gender === "string" ? gender : party.referent.gender };
  const rest = describe(s, here, talk, { referent, introduced: true });
  const said = [...called, ...(part?.fields ?? []), ...rest.fields];
  const owned = [...fields, ...said].some((field) => field.field === "gender") ? [] : ownGender(s, here, rest.to);
  const all = { ...rest, fields: [...said, ...owned], ties: [...ties, ...rest.ties] };
  const statements: Statement[] = tellOf(talk, party, all, true, spanOf(s, start, Math.max(rest.to, name.to)));
  return found(Math.max(rest.to, here), statements);
}

/** "call her Dot", "her name is Dot". */
function pronounBefore(s: Sentence, index: number): FieldReading[] {
  for (let here = index - 1; here >= Math.max(0, index - 4); here -= 1) {
    const gender = pronounGender(low(s, here));
    if (gender !== undefined) return [valueField(s, "gender", gender, here, here + 1)];
  }
  return [];
}

/** "hiding from his past", "lost her husband": whose it is tells the gender, when only one is spoken of. */
export function ownGender(s: Sentence, from: number, to: number): FieldReading[] {
  const owns = [];
  for (let here = from; here < to; here += 1) {
    const gender = ["his", "her"].includes(low(s, here)) ? pronounGender(low(s, here)) : undefined;
    const after = at(s, here - 1).type === "word" && !["and", "is"].includes(low(s, here - 1));
    if (gender !== undefined && after && s.tags(here + 1).has("Noun")) owns.push(valueField(s, "gender", gender, here, here + 1));
  }
  const [first] = owns;
  return first !== undefined && owns.every((one) => one.value === first.value) ? [first] : [];
}

/** The name at the end of the phrase's own words: "a mentor figure for Sarah called Pete". */
function late(s: Sentence, index: number, talk: Discourse): Named | undefined {
  if (!["for", "from", "in", "with", "who", "please"].includes(low(s, index))) return undefined;
  for (let here = index + 1; here < Math.min(index + 8, s.tokens.length); here += 1) {
    if (low(s, here) === ":" || low(s, here - 1) === "please") return besideName(s, here, talk);
    if (at(s, here).type === "mark" && low(s, here) !== ",") return undefined;
    if (["named", "called"].includes(low(s, here))) return peggedName(s, here, talk);
  }
  return undefined;
}
