import type { Statement } from "../../../../domain/reading/reading.ts";
import { describe } from "../parts/describe.ts";
import { tellOf } from "../parts/statements.ts";
import { numberAt } from "../parts/ages.ts";
import type { Discourse } from "../parts/discourse.ts";
import type { Named } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { namedParty } from "../parts/party.ts";
import { besideName, peggedName } from "../parts/peg.ts";
import { personSlot, thingSlot } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isHedged } from "./mood.ts";
import { MAKE } from "./introduce.ts";
import { found, type Rule } from "./rule.ts";

const KINDS = new Map<string, "character" | "location" | "prop">([
  ...["characters", "people", "cast", "roles", "villains", "heroes", "leads", "suspects", "extras", "guys", "women", "men"].map(
    (word): [string, "character"] => [word, "character"],
  ),
  ...["locations", "places", "sets", "settings"].map((word): [string, "location"] => [word, "location"]),
  ...["props", "objects", "items"].map((word): [string, "prop"] => [word, "prop"]),
]);
const BEFORE = pattern("the|our|these|those|some|more|new|main|supporting|following|my*");
const MARK = new Set([":", ",", "–", "-", "—", "called", "named", "are", "="]);
const THERE = pattern("there|we|have are|have|'ve got?");
const MAX_LISTED = 60;

/** "three characters: Ana, Bo and Cy", "add two characters, Rita and Sue", "locations: the harbour and the old mill". */
export const peopleList: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const made = Math.max(MAKE(s, index), THERE(s, index), index);
  const start = BEFORE(s, made);
  const count = numberAt(s, start);
  const noun = count === undefined ? start : BEFORE(s, count.to);
  const kind = KINDS.get(low(s, noun));
  if (kind === undefined) return undefined;
  const mark = low(s, noun + 1);
  if (mark === ":" && at(s, noun + 2).text === "") {
    talk.list = kind;
    return found(noun + 2, []);
  }
  if (mark === "" && s.line !== undefined && nextIsBullet(talk, s)) {
    talk.list = kind;
    return found(noun + 1, []);
  }
  const listed = mark === ":" || count !== undefined || made > index;
  if (!MARK.has(mark) || !listed) return undefined;
  return readList(s, noun + 2, talk, kind, index);
};

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
  const next = talk.sentences.find((one) => one.start > s.start);
  return next?.line === "bullet";
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
    const item = kind === "character" ? personItem(s, here, talk, start) : thingItem(s, here, talk, kind, start);
    if (item === undefined) break;
    statements.push(...item.statements);
    items += 1;
    here = item.to;
    while ([",", "and", "&", ";", ")", "/"].includes(low(s, here))) here += 1;
  }
  return statements.length === 0 ? undefined : found(here, statements);
}

function personItem(s: Sentence, from: number, talk: Discourse, start: number): ReturnType<Rule> {
  const phrase = ["a", "an", "the"].includes(low(s, from)) ? personPhraseAt(s, from, talk) : undefined;
  const beside = phrase === undefined ? undefined : (peggedName(s, phrase.to, talk) ?? besideName(s, phrase.to, talk));
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
  const skip = kind === "prop" && ["a", "an", "the"].includes(low(s, from)) ? from + 1 : from;
  const article = kind === "location" && ["a", "an"].includes(low(s, from)) ? from + 1 : skip;
  let to = article;
  while (to < s.tokens.length && ![",", "and", "&", ";", "(", "–"].includes(low(s, to))) to += 1;
  const name = thingSlot(s, article, talk, kind);
  if (name === undefined || to === article) return undefined;
  return found(Math.max(to, name.to), [entryStatement(kind, nameOf(talk, kind, name), true, [], spanOf(s, Math.min(start, from), to))]);
}

function nameOf(talk: Discourse, kind: "location" | "prop", name: Named): Named["mention"] {
  if (kind === "location") return name.mention;
  return { ...name.mention, name: talk.text.slice(name.mention.start, name.mention.end) };
}
