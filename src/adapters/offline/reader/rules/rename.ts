import type { Mention } from "../../../../domain/reading/reading.ts";
import {
  type Discourse,
  lastOfKind,
  nameUnnamed,
  pronounGender,
  resolvePronoun,
  type Unnamed,
} from "../parts/discourse.ts";
import { knownAt, type Named, nameAt } from "../parts/names.ts";
import { ownerAt, partyAt } from "../parts/party.ts";
import { personSlot, thingSlot } from "../parts/slot.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import { isAlike, renamed } from "./renamed.ts";
import { renamedThen } from "./renamed-then.ts";
import type { Rule } from "./rule.ts";

const RENAME = firstOf(pattern("rename|re-name"), pattern("i|we 're|'m|are|am renaming"));
const TO = pattern("to|as|into|:|->|=>?");
/** The head of an arrow is no token of its own. */
const ARROWS = new Set(["-", "--", "–", "—", "="]);
const CHANGE_NAME = pattern("change|set|switch|update");
const NAME_IS = pattern("full|real|first|last? name is|'s|should|to|: be? actually|really|now|spelled*");
const IT_IS = pattern(
  "it|that|its|name|this 's|is|should? be? actually|supposed|to|be|really|spelled|spelt|called*",
);
const MEANT = pattern("i meant|mean");
const CALL = pattern("call|name|rename|re-name him|her");

/** "rename John to Jack", "change Sarah's name to Sofia", "no, her name is Sara", "it's spelled Marija", "it's Sara, not Sarah". */
export const rename: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  return (
    renamedThen(s, index, talk) ??
    renameTo(s, index, talk) ??
    changeName(s, index, talk) ??
    nameIs(s, index, talk) ??
    itIs(s, index, talk) ??
    callInstead(s, index, talk)
  );
};

function renameTo(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = RENAME(s, index);
  if (from < 0) return undefined;
  const start = ["the", "this", "that"].includes(low(s, from)) ? from + 1 : from;
  const party = partyAt(s, from, talk);
  const thing = party === undefined ? (knownAt(s, from, talk) ?? knownAt(s, start, talk)) : undefined;
  const to = party?.to ?? thing?.to;
  const subject = party?.mention ?? thing?.mention;
  if (to === undefined || subject === undefined) return undefined;
  const link = Math.max(TO(s, to), ARROWS.has(low(s, to)) && !at(s, to).glued ? to + 1 : -1);
  const isPlace = thing?.entry !== undefined && thing.entry.kind !== "character";
  const name = isPlace
    ? thingSlot(s, link < 0 ? to : link, talk, "location")
    : personSlot(s, link < 0 ? to : link, talk);
  return link < 0 ? undefined : renamedTo(s, index, talk, subject, name);
}

function changeName(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const verb = CHANGE_NAME(s, index);
  if (verb < 0) return undefined;
  const owner = ownerAt(s, verb, talk);
  if (owner !== undefined) {
    const to = NAME_IS(s, owner.to);
    return to < 0 ? undefined : renamedTo(s, index, talk, owner.mention, personSlot(s, to, talk));
  }
  const of = pattern("the? name of")(s, verb);
  const party = of < 0 ? undefined : partyAt(s, of, talk);
  const to = party === undefined ? -1 : TO(s, party.to);
  return party === undefined || to < 0
    ? undefined
    : renamedTo(s, index, talk, party.mention, personSlot(s, to, talk));
}

/** "her name is Sara": of someone asked for in this message and not named yet, else the one meant is renamed. */
function nameIs(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const its = pronounGender(low(s, index));
  if (its !== undefined && talk.unnamed !== undefined && mayBe(talk.unnamed, its)) {
    const to = NAME_IS(s, index + 1);
    const name = to < 0 ? undefined : personSlot(s, to, talk);
    if (name === undefined) return undefined;
    return nameGiven(s, index, talk, name, talk.unnamed);
  }
  const owner = ownerAt(s, index, talk);
  if (isShopTalk(s, index)) return undefined;
  if (owner === undefined)
    return !["his", "her"].includes(low(s, index)) ? nowCalled(s, index, talk) : newcomer(s, index, talk);
  const to = NAME_IS(s, owner.to);
  if (to < 0 || ["not", "n't"].includes(low(s, to))) return undefined;
  const known = owner.referent.entry_id !== undefined || owner.referent.fresh;
  if (isOfAnother(s, index, to, talk, owner.referent.name)) return newcomer(s, index, talk, true);
  return known ? renamedTo(s, index, talk, owner.mention, slotted(s, to, talk)) : undefined;
}

/**
 * "Lefteris's teacher comes by. Her name is Miss Anthi": plainly said after other sentences, a name unlike theirs is that of
 * somebody spoken of there without one.
 */
function isOfAnother(s: Sentence, index: number, to: number, talk: Discourse, old: string): boolean {
  if (!["his", "her"].includes(low(s, index)) || talk.corrects || to !== index + 3) return false;
  const first = talk.sentences[0];
  return first !== undefined && first.start < s.start && !isAlike(at(s, to).text, old);
}

/** "Sarah has a brother. Her name is …" is Sarah's own. */
function mayBe(unnamed: Unnamed, gender: string): boolean {
  const known = unnamed.fields.find((field) => field.field === "gender")?.value;
  return unnamed.standIn === undefined || known === undefined || known === gender;
}

/** "Her name is Solveig, she's a glaciologist": no one is spoken of yet, and enough is said to bring her in. */
function newcomer(s: Sentence, index: number, talk: Discourse, told = false): ReturnType<Rule> {
  const to = NAME_IS(s, index + 1);
  const name = to < 0 ? undefined : personSlot(s, to, talk);
  const brought =
    name === undefined || talk.elsewhere || isFilmTalk(s) ? undefined : present(s, index, talk, name, []);
  const strong = brought?.statements.some(
    (one) =>
      one.type === "entry" &&
      one.fields.some((field) => ["age", "age_range", "occupation"].includes(field.field)),
  );
  return strong === true || told ? brought : undefined;
}

const NOW_CALLED = pattern("is|'s now called|named");
const CALLED = pattern("is|'s now|actually? called|named");
/** "John is now named Jonathan". */
function nowCalled(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const party = partyAt(s, index, talk);
  const match = talk.corrects ? CALLED : NOW_CALLED;
  const to = party === undefined ? -1 : match(s, party.to);
  if (party !== undefined)
    return to < 0 ? undefined : renamedTo(s, index, talk, party.mention, personSlot(s, to, talk));
  const place = knownAt(s, low(s, index) === "the" ? index + 1 : index, talk, "location");
  const called = place === undefined ? -1 : CALLED(s, place.to);
  return place === undefined || called < 0
    ? undefined
    : renamedTo(s, index, talk, place.mention, thingSlot(s, called, talk, "location"));
}

function nameGiven(
  s: Sentence,
  index: number,
  talk: Discourse,
  name: Named,
  unnamed: Unnamed,
): ReturnType<Rule> {
  nameUnnamed(talk, unnamed, name.mention);
  return present(s, index, talk, name, unnamed.fields);
}

/** "it's spelled Marija", "it's Sara, not Sarah", "I meant Sara". */
function itIs(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const meant = MEANT(s, index);
  const to = Math.max(IT_IS(s, index), meant);
  if (to < 0) return undefined;
  const name = slotted(s, to, talk);
  if (name === undefined) return undefined;
  const not = notName(s, name.to, talk);
  if (not !== undefined) return renamedTo(s, index, talk, not.mention, name);
  const spelled = ["spelled", "spelt", "called"].some((word) =>
    s.tokens.slice(index, to).some((token) => token.low === word),
  );
  if ((!spelled && meant < 0) || at(s, name.to).text !== "") return undefined;
  const last = lastOfKind(talk, ["character"]);
  if (last === undefined) return undefined;
  const mention = { name: last.name, ...spanOf(s, index, index + 1) };
  return renamedTo(
    s,
    index,
    talk,
    last.entry_id === undefined ? mention : { ...mention, entry_id: last.entry_id },
    name,
  );
}

const NOT = pattern(",|(? and? not|instead of?");
function notName(s: Sentence, index: number, talk: Discourse): Named | undefined {
  const to = NOT(s, index);
  const name = to < 0 ? undefined : nameAt(s, to, talk, "character");
  return name?.entry === undefined ? undefined : name;
}

const LASTING = firstOf(
  pattern("from|for now|here|today on? please*"),
  pattern("instead|now|please|everywhere*"),
);

/** "call him Jack instead", "rename her Sofia". */
function callInstead(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const to = CALL(s, index);
  if (to < 0) return undefined;
  const who = resolvePronoun(talk, low(s, to - 1));
  const name = slotted(s, to, talk);
  if (name === undefined || (talk.unnamed === undefined && LASTING(s, name.to) < s.tokens.length))
    return undefined;
  if (talk.unnamed !== undefined) {
    return nameGiven(s, index, talk, name, talk.unnamed);
  }
  if (who === undefined) return undefined;
  const mention = { name: who.name, ...spanOf(s, to - 1, to) };
  return renamedTo(
    s,
    index,
    talk,
    who.entry_id === undefined ? mention : { ...mention, entry_id: who.entry_id },
    name,
  );
}

/** A name with a capital, or one a message in lower case may hold. */
function slotted(s: Sentence, index: number, talk: Discourse): Named | undefined {
  const token = at(s, index);
  const given = s.tags(index).has("FirstName");
  return token.cap || token.type === "quote" || given ? personSlot(s, index, talk) : undefined;
}

const renamedTo = (
  s: Sentence,
  index: number,
  talk: Discourse,
  subject: Mention,
  name: Named | undefined,
): ReturnType<Rule> => name && renamed(s, index, talk, subject, name.mention.name, name.to);
