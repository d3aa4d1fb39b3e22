import type { Statement } from "../../../../domain/reading/reading.ts";
import { numberAt } from "../parts/ages.ts";
import { describe } from "../parts/describe.ts";
import { type Discourse, sentencesIn } from "../parts/discourse.ts";
import { lowerNameAt, type Named, nameAt } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { namedParty } from "../parts/party.ts";
import { besideName, peggedName } from "../parts/peg.ts";
import { personSlot, propMention, thingSlot } from "../parts/slot.ts";
import { entryStatement, tellOf } from "../parts/statements.ts";
import { told } from "../parts/told.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { personNoun } from "../words/people.ts";
import { ABOUT, MAKE } from "./introduce.ts";
import { listedKinAt, withTies } from "./kin-list.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const KINDS = new Map<string, "character" | "location" | "prop">([
  ...[
    "characters",
    "chars",
    "character",
    "people",
    "cast",
    "roles",
    "villains",
    "heroes",
    "leads",
    "suspects",
    "extras",
    "guys",
    "women",
    "men",
  ].map((word): [string, "character"] => [word, "character"]),
  ...["locations", "places", "sets", "settings"].map((word): [string, "location"] => [word, "location"]),
  ...["props", "objects", "items"].map((word): [string, "prop"] => [word, "prop"]),
]);
const BEFORE = pattern(
  "the|our|these|those|some|more|new|main|supporting|following|my|a|few|several|married*",
);
const MARK = new Set([":", ",", "–", "-", "—", "called", "named", "are", "="]);
const DASHES = new Set(["-", "–", "—", "="]);
const THERE = firstOf(
  pattern("there|we|have are|have|'ve got?"),
  pattern("there|we will|'ll be|have"),
  pattern("we|i also|still? need|want also?"),
);
const TO_CAST = pattern("to the|our? cast|characters|story|bible|film|list|crew :|-|–|—|=");
const AS_CAST = pattern("as|to|into the|our|new? characters|cast|leads|story|film please?");
const SO_FAR = firstOf(
  pattern("we|i need|want|have|use still|so? far?"),
  pattern("needed|required"),
  pattern("so far"),
  pattern("please|pls|plz"),
);
const MAX_LISTED = 60;

/** "three characters: Ana, Bo and Cy", "add two characters, Rita and Sue", "locations: the harbour and the old mill". */
export const peopleList: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const made = Math.max(MAKE(s, index), THERE(s, index), ABOUT(s, index), isAbout(s, index), index);
  const cast = made > index ? TO_CAST(s, made) : -1;
  if (cast > 0) return readList(s, cast, talk, "character", index);
  const several = made > index ? namesAt(s, made, talk, index) : undefined;
  if (several !== undefined) return several;
  const start = BEFORE(s, made);
  const count = numberAt(s, start);
  const noun = count === undefined ? start : BEFORE(s, count.to);
  const trade = count === undefined && low(s, noun + 1) !== ":" ? undefined : tradeOf(low(s, noun));
  const kin = listedKinAt(s, noun);
  const kind =
    KINDS.get(low(s, noun)) ??
    (isThingList(s, noun) ? KINDS.get(`${low(s, noun)}s`) : undefined) ??
    (isPlural(low(s, noun)) ? "character" : undefined) ??
    (trade === undefined && kin === undefined ? undefined : "character");
  if (kind === undefined) return undefined;
  if (low(s, noun) === "character" && low(s, noun + 1) !== "names") return undefined;
  const after =
    kin?.to ??
    (low(s, noun + 1) === "names" || isThingList(s, noun)
      ? noun + 2
      : Math.max(noun + 1, SO_FAR(s, noun + 1)));
  const colon = count === undefined || kin === undefined ? -1 : laterColon(s, after);
  if (colon > 0 && kin !== undefined) {
    const later = readList(s, colon + 1, talk, kind, index);
    return later && withTies(later, kin, spanOf(s, index, later.to));
  }
  const mark = low(s, after);
  if (heads(s, noun + 1)) {
    talk.list = kind;
    return found(s.tokens.length, []);
  }
  if (mark === "" && s.line !== undefined && nextIsBullet(talk, s)) {
    talk.list = kind;
    return found(noun + 1, []);
  }
  const dashed = kind !== "character" && DASHES.has(mark) && made === index;
  const listed = mark === ":" || dashed || count !== undefined || made > index;
  const counted = mark === "," && count !== undefined && at(s, after + 1).cap;
  if (kin !== undefined && made === index && (mark !== ":" || count === undefined) && !counted)
    return undefined;
  if (made > index && at(s, after).cap) return readList(s, after, talk, kind, index);
  if (!MARK.has(mark) || !listed) return undefined;
  const list = readList(s, after + 1, talk, kind, index, counted ? count?.value : MAX_LISTED);
  if (counted && kin !== undefined && made === index && list?.statements.length !== count?.value)
    return undefined;
  if (list !== undefined && kin !== undefined) return withTies(list, kin, spanOf(s, index, list.to));
  if (list === undefined || trade === undefined) return list;
  const shared = { field: "occupation", value: trade, ...spanOf(s, noun, noun + 1) };
  return {
    ...list,
    statements: list.statements.map((one) =>
      one.type === "entry" ? { ...one, fields: [shared, ...one.fields] } : one,
    ),
  };
};

const IT_IS = firstOf(pattern("it|this 's|is its? about|just|on*"), pattern("its about|just*"));
/** "it's two sisters, Mia and Lou": of the story, not of those who made another. */
const isAbout = (s: Sentence, index: number): number => {
  const from = IT_IS(s, index);
  return from > 0 && numberAt(s, from) !== undefined && !isFilmTalk(s) && !isShopTalk(s, from) ? from : -1;
};

const COLON_REACH = 9;

/** "two brothers run the garage: Manny (44) and …". */
function laterColon(s: Sentence, from: number): number {
  for (let here = from + 1; here < from + COLON_REACH; here += 1) {
    if (low(s, here) === ":") return at(s, here + 1).cap ? here : -1;
    if (at(s, here).type === "mark") return -1;
  }
  return -1;
}

/** "create lorna and bruno", "Add Ana, Bo and Cy as characters": names and nothing else. */
function namesAt(s: Sentence, from: number, talk: Discourse, start: number): ReturnType<Rule> {
  const names: Named[] = [];
  let here = from;
  for (;;) {
    const name = at(s, here).cap ? nameAt(s, here, talk, "character") : lowerNameAt(s, here);
    if (name === undefined || low(s, name.to) === "'s") break;
    names.push(name);
    here = name.to;
    if (![",", "and", "&"].includes(low(s, here))) break;
    here += low(s, here) === "," && ["and", "&"].includes(low(s, here + 1)) ? 2 : 1;
  }
  const last = names.at(-1);
  const to = last === undefined ? from : Math.max(last.to, AS_CAST(s, last.to));
  if (last === undefined || names.length < 2 || to < s.tokens.length) return undefined;
  const span = spanOf(s, start, to);
  return found(
    to,
    names.flatMap((name) => tellOf(talk, namedParty(s, name), told(to), true, span)),
  );
}

/** "detectives" → "detective". */
function tradeOf(word: string): string | undefined {
  const singular = word.endsWith("men") ? `${word.slice(0, -3)}man` : word.replace(/s$/, "");
  return singular !== word && isKnownOccupation(singular) ? singular : undefined;
}

/** "prop list:". */
const isThingList = (s: Sentence, index: number): boolean =>
  ["prop", "props", "location", "locations"].includes(low(s, index)) && low(s, index + 1) === "list";

/** "strangers", "teenagers". */
const isPlural = (word: string): boolean =>
  word.endsWith("s") && personNoun(word.slice(0, -1)) !== undefined && word !== "extras";

const MAX_HEAD_WORDS = 4;

/** "characters:", "characters so far:": nothing follows the colon. */
function heads(s: Sentence, index: number): boolean {
  const last = s.tokens.length - 1;
  return low(s, last) === ":" && last >= index && last - index <= MAX_HEAD_WORDS;
}

/** One line under such a heading: "- Ana, 30, nurse". */
export const listLine: Rule = (s, index, talk) => {
  if (talk.list === undefined) return undefined;
  if (s.line === undefined) return undefined;
  const here = at(s, index).type === "number" && [")", "."].includes(low(s, index + 1)) ? index + 2 : index;
  const read = readList(s, here, talk, talk.list, here, 1);
  if (read === undefined) talk.list = undefined;
  return read;
};

function nextIsBullet(talk: Discourse, s: Sentence): boolean {
  return sentencesIn(talk, s.end, talk.text.length, 1)[0]?.line === "bullet";
}

function readList(
  s: Sentence,
  from: number,
  talk: Discourse,
  kind: "character" | "location" | "prop",
  start: number,
  most = MAX_LISTED,
): ReturnType<Rule> {
  const statements: Statement[] = [];
  let here = from;
  let items = 0;
  while (here < s.tokens.length && items < most) {
    const item =
      kind === "character" ? personItem(s, here, talk, start) : thingItem(s, here, talk, kind, start);
    if (item === undefined) break;
    statements.push(...item.statements);
    items += 1;
    here = item.to;
    while ([",", "and", "&", ";", ")", "/"].includes(low(s, here))) here += 1;
  }
  return statements.length === 0 ? undefined : found(here, statements);
}

function personItem(s: Sentence, from: number, talk: Discourse, start: number): ReturnType<Rule> {
  if (["baby", "little", "young", "old"].includes(low(s, from)) && !at(s, from).cap && at(s, from + 1).cap)
    return personItem(s, from + 1, talk, start);
  const phrase = ["a", "an", "the"].includes(low(s, from)) ? personPhraseAt(s, from, talk) : undefined;
  const beside =
    phrase === undefined ? undefined : (peggedName(s, phrase.to, talk) ?? besideName(s, phrase.to, talk));
  const name = beside ?? personSlot(s, from, talk);
  if (name === undefined) return undefined;
  const party = { ...namedParty(s, name), fields: beside === undefined ? [] : (phrase?.fields ?? []) };
  const rest = describe(s, name.to, talk, { referent: party.referent, introduced: true });
  const to = Math.max(rest.to, name.to);
  return found(to, tellOf(talk, party, rest, true, spanOf(s, Math.min(start, from), to)));
}

function thingItem(
  s: Sentence,
  from: number,
  talk: Discourse,
  kind: "location" | "prop",
  start: number,
): ReturnType<Rule> {
  const counted = kind === "prop" && at(s, from + 1).type === "word" ? (numberAt(s, from)?.to ?? from) : from;
  const skip = kind === "prop" && ["a", "an", "the"].includes(low(s, counted)) ? counted + 1 : counted;
  const article = kind === "location" && ["a", "an"].includes(low(s, from)) ? from + 1 : skip;
  let to = article;
  while (to < s.tokens.length && ![",", "and", "&", ";", "(", "–"].includes(low(s, to))) to += 1;
  const name = thingSlot(s, article, talk, kind);
  if (name === undefined || to === article) return undefined;
  if (kind === "prop" && NO_PROP.has(low(s, name.to - 1))) return undefined;
  return found(Math.max(to, name.to), [
    entryStatement(kind, nameOf(talk, kind, name), true, [], spanOf(s, Math.min(start, from), to)),
  ]);
}

/** Whom one gets them from, and what they cost. */
const NO_PROP = new Set(
  "guy guys girl man woman person people lady team quid pounds dollars euros bucks".split(" "),
);

function nameOf(talk: Discourse, kind: "location" | "prop", name: Named): Named["mention"] {
  if (kind === "location") return name.mention;
  return propMention(talk, name.mention);
}
