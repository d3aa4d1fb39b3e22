import { anyNameAt } from "../parts/any-name.ts";
import { evidenceFrom, isFair } from "../parts/evidence.ts";
import type { Named } from "../parts/names.ts";
import { at, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import { found, type Rule } from "./rule.ts";

const HEAD = pattern("the|our|main? characters|chars|cast|people|roles|leads :|-|–|—|=");
const MOST = 20;

/** "hollis (baker, 44), wren (his apprentice, 17)": each name with what is told of it in brackets. */
export const bracketList: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s) || isShopTalk(s, index + 1)) return undefined;
  const head = HEAD(s, index);
  const told = firstColon(s, index);
  const people: { from: number; name: Named; close: number }[] = [];
  let here = Math.max(head, told, index);
  while (people.length < MOST) {
    const any = anyNameAt(s, here, talk);
    const close = any !== undefined && low(s, any.name.to) === "(" ? closing(s, any.name.to) : -1;
    if (any === undefined || close < 0 || !isFair(evidenceFrom(s, any.name.to + 1, talk))) break;
    people.push({ from: here, name: any.name, close });
    here = close + 1;
    while ([",", "and", "&", ";", "+"].includes(low(s, here))) here += 1;
  }
  if (people.length < 2 && (people.length === 0 || (head < 0 && told < 0))) return undefined;
  const all = people.map(
    ({ from, name, close }) => present(until(s, close), from, talk, name, []).statements,
  );
  return found(here, all.flat());
};

const PEOPLE = new Set([
  "characters",
  "people",
  "leads",
  "friends",
  "kids",
  "siblings",
  "women",
  "men",
  "strangers",
  "roommates",
  "heroes",
  "villains",
]);
const HEAD_REACH = 9;

/** Past the colon of "the film has three main characters: …"; -1 without one. */
function firstColon(s: Sentence, index: number): number {
  for (let here = index; here < index + HEAD_REACH; here += 1)
    if (low(s, here) === ":") return PEOPLE.has(low(s, here - 1)) ? here + 1 : -1;
  return -1;
}

function closing(s: Sentence, index: number): number {
  for (let here = index; here < s.tokens.length; here += 1) if (low(s, here) === ")") return here;
  return -1;
}

/** The sentence as far as its `end`: what comes after is of somebody else. */
const until = (s: Sentence, end: number): Sentence => ({
  ...s,
  tokens: s.tokens.slice(0, end + 1),
  end: at(s, end).end,
});
