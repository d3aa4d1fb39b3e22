import type { Statement } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { knownAt } from "../parts/names.ts";
import { isOwning, recall } from "../parts/party.ts";
import { at, low } from "../text/match.ts";
import { type Sentence, withTokens } from "../text/sentences.ts";
import type { Token } from "../text/token.ts";
import { wordSet } from "../words/word-set.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import type { Found } from "./rule.ts";

/** What people do with each other to settle something, and what they settle. */
const SETTLING = wordSet(
  "agreed agree decided discussed argued settled talked talk discussion version draft rewrite pass notes vote voted canon official officially slept shouting shouted list record update change correction final rethought decision asked forgot clear clarity",
);
/** With these before it, what follows is not said to be so, or is said by others. */
const OPEN = wordSet(
  "not n't never no if unless whether or than like said says say asks ask tell told heard wrote reads read quote line think thinks wants want wanted could should would might may can joke joked lied pretend about instead who what why how when audience audiences actor actors question title logline",
);
const PERSONS = wordSet("he she his her they");
const MARKS = new Set([",", ";", "(", "–", "—", "-"]);
/** Opens a remark about the talk itself, after what is told. */
const REMARK = wordSet("my i we our sorry promise trust");
const INSET = wordSet("if as by for to whom which in at i we just");
const MAX_BEFORE = 14;
const MAX_INSET = 9;
const MIN_TOLD = 3;

/** The part of a sentence that tells, without remarks before, inside or after it; undefined where it has none. */
export function plainPart(s: Sentence, from: number, talk: Discourse): Sentence | undefined {
  if (s.tokens.length - from < MIN_TOLD + 2 || isHedged(s)) return undefined;
  const first = s.tokens.slice(from);
  const after = first.slice(headOf(s, from, talk) - from);
  const inside = withoutInset(s, after, talk);
  const told = isAbout(s, from, s.tokens.length, talk) ? withoutTail(s, inside) : inside;
  return told.length === first.length || told.length < MIN_TOLD ? undefined : withTokens(s, told);
}

/** Where the remark before it ends: "as you asked: …", "we agreed that Mara …", "after a long talk Mara …". */
function headOf(s: Sentence, from: number, talk: Discourse): number {
  const about = pastAbout(s, from, talk);
  if (about > from) return about;
  let settles = false;
  for (let here = from; here <= Math.min(from + MAX_BEFORE, s.tokens.length - MIN_TOLD); here += 1) {
    const word = low(s, here);
    if (OPEN.has(word)) return from;
    const before = withTokens(s, s.tokens.slice(from, here));
    if (word === ":" && here > from) {
      const remarks = settles || isShopTalk(before, 0);
      return remarks && !isAbout(s, from, here, talk) ? here + 1 : from;
    }
    if (SETTLING.has(word)) settles = true;
    else if (settles && knownAt(s, here, talk, "character") !== undefined && tells(s, here, talk))
      return here;
  }
  return from;
}

const REPORTED = wordSet("said says say told tells asked asks wrote heard if unless would could might");
/** "Tom's bottom line: he …", "decision on Viktor: he …". */
function pastAbout(s: Sentence, from: number, talk: Discourse): number {
  const colon = s.tokens.findIndex((token, here) => here > from && token.low === ":");
  if (colon < 0 || colon > from + MAX_BEFORE || !PERSONS.has(low(s, colon + 1))) return from;
  const isOpen = s.tokens.slice(from, colon).some((token) => REPORTED.has(token.low));
  if (isOpen || !isAbout(s, from, colon, talk)) return from;
  recall(s, from, colon, talk);
  return colon + 1;
}

const isAbout = (s: Sentence, from: number, to: number, talk: Discourse): boolean => {
  for (let here = from; here < to; here += 1)
    if (knownAt(s, here, talk, "character") !== undefined) return true;
  return false;
};

/** "… Mara is 44": a clause begins with the name. */
function tells(s: Sentence, index: number, talk: Discourse): boolean {
  const name = knownAt(s, index, talk, "character");
  if (name === undefined) return false;
  const tags = s.tags(name.to);
  if (isOwning(s, name.to)) return false;
  return ["is", "'s", "has", "are", "and", "&"].includes(low(s, name.to)) || tags.has("PresentTense");
}

/** Without ", for your list,", ", if we must put it in one line,". */
function withoutInset(s: Sentence, tokens: readonly Token[], talk: Discourse): readonly Token[] {
  const open = tokens.findIndex((token, here) => token.low === "," && INSET.has(tokens[here + 1]?.low ?? ""));
  if (open < 1 || !isAbout(s, 0, s.tokens.length, talk)) return tokens;
  const close = tokens.findIndex((token, here) => here > open && token.low === ",");
  if (close < 0 || close - open > MAX_INSET) return tokens;
  const inset = withTokens(s, tokens.slice(open + 1, close));
  return isShopTalk(inset, 0) ? [...tokens.slice(0, open), ...tokens.slice(close + 1)] : tokens;
}

/** Without "…, my mistake", "…; I had muddled them". */
function withoutTail(s: Sentence, tokens: readonly Token[]): readonly Token[] {
  const cut = tokens.findIndex(
    (token, here) => here >= MIN_TOLD && MARKS.has(token.low) && isRemark(s, tokens, here + 1),
  );
  if (cut < 0) return tokens;
  const rest = withTokens(s, tokens.slice(cut + 1));
  return isFilmTalk(withTokens(s, tokens.slice(0, cut))) || at(rest, 0).text === ""
    ? tokens
    : tokens.slice(0, cut);
}

const RELATING = wordSet("which who whom that says said");
function isRemark(s: Sentence, tokens: readonly Token[], from: number): boolean {
  if (REMARK.has(tokens[from]?.low ?? "")) return true;
  if (RELATING.has(tokens[from]?.low ?? "")) return false;
  const end = tokens.findIndex((token, here) => here > from && MARKS.has(token.low));
  const clause = withTokens(s, tokens.slice(from, end < 0 ? tokens.length : end));
  return clause.tokens.some(({ low: word }) => ["i", "im", "we"].includes(word)) && isShopTalk(clause, 0);
}

const SURE = wordSet(
  "age age_range gender ethnicity occupation disability aliases goal fear background flaw appearance languages want",
);

/** Of such a sentence only what can be of nothing but the story: "Sarah is late, I wait" tells nothing. */
export function plainly(read: Found): Found | undefined {
  const statements = read.statements.flatMap((one): Statement[] => {
    if (one.type !== "entry" || one.explicit) return [one];
    const fields = one.fields.filter(({ field }) => SURE.has(field));
    return fields.length === 0 ? [] : [{ ...one, fields }];
  });
  return statements.length === 0 ? undefined : { ...read, statements, requests: [] };
}
