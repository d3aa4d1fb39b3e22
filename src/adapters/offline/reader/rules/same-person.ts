import type { Mention, Statement } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { knownAt } from "../parts/names.ts";
import { partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const MERGE = pattern("merge|combine|unify|unite|fold");
const WITH = pattern("and|&|with|into|to|,");
const INTO = pattern("into|as");
const SAME = firstOf(
  pattern(
    "are actually|really|just|both* the? same|one person|character|guy|man|woman|girl|boy|one|entry|place|thing",
  ),
  pattern("are actually|really|just|both* one and the same"),
  pattern("are actually|really|just* the same"),
  pattern("are actually|really|just* duplicates|doubles"),
);
const IS_SAME = firstOf(
  pattern("is|'s actually|really|just* the same person|character|guy|man|woman|one as"),
  pattern("is|'s actually|really|just* a typo|misspelling|duplicate|double|copy of|for"),
  pattern("should|is|was be? supposed|meant to be"),
  pattern("should be"),
  pattern("is|'s actually|really|just*"),
);
const TYPO = firstOf(
  pattern(",|(|–|—|- just|only|it|that|'s|was|is|sorry* a? typo|misspelling|mistake"),
  pattern(",|(|–|—|- just|only|i|it|'s|was|is* misspelled|mistyped|misspelt"),
);

/** Two entries that are one: "merge Jon and John", "Jon and John are the same person", "Jon is John, just a typo". */
export const samePerson: Rule = (s, index, talk) => {
  if (isHedged(s) || isFilmTalk(s)) return undefined;
  const order = MERGE(s, index);
  if (order > 0) return merge(s, index, order, talk);
  return areSame(s, index, talk) ?? isSame(s, index, talk);
};

/** "merge A and B", "merge A into B", "combine A and B into A". */
function merge(s: Sentence, index: number, from: number, talk: Discourse): ReturnType<Rule> {
  const one = thingAt(s, from, talk);
  const link = one === undefined ? -1 : WITH(s, one.to);
  const other = link < 0 ? undefined : thingAt(s, link, talk);
  if (one === undefined || other === undefined) return undefined;
  const into = INTO(s, other.to);
  const stays = into < 0 ? undefined : thingAt(s, into, talk);
  const first = stays !== undefined && isOne(stays.mention, one.mention);
  const [subject, target] = first ? [other, one] : [one, other];
  return merged(s, index, stays?.to ?? other.to, subject.mention, target.mention);
}

function areSame(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const one = thingAt(s, index, talk);
  const link = one === undefined ? -1 : pattern("and|&")(s, one.to);
  const other = link < 0 ? undefined : thingAt(s, link, talk);
  const to = other === undefined ? -1 : SAME(s, other.to);
  if (one === undefined || other === undefined || to < 0 || !endsAt(s, to)) return undefined;
  return merged(s, index, to, one.mention, other.mention);
}

/** Plain "Viktor is John" may be the film's own secret: it takes a word for a slip, or that both are the same. Both must be known. */
function isSame(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const one = thingAt(s, index, talk);
  const is = one === undefined ? -1 : IS_SAME(s, one.to);
  const other = is < 0 ? undefined : thingAt(s, is, talk);
  if (one === undefined || other === undefined) return undefined;
  if (one.mention.entry_id === undefined || other.mention.entry_id === undefined) return undefined;
  const typo = TYPO(s, other.to);
  const said = is - one.to > 1 && !["actually", "really", "just"].includes(low(s, is - 1));
  if (typo < 0 && !(said && endsAt(s, other.to))) return undefined;
  return merged(s, index, Math.max(typo, other.to), one.mention, other.mention);
}

function merged(s: Sentence, index: number, to: number, subject: Mention, into: Mention): ReturnType<Rule> {
  if (isOne(subject, into)) return undefined;
  const statement: Statement = { type: "merge", subject, into, span: spanOf(s, index, to) };
  return found(to, [statement]);
}

const isOne = (one: Mention, other: Mention): boolean =>
  one.entry_id === other.entry_id && (one.entry_id !== undefined || one.name === other.name);

/** Someone, or a place or thing that is known. */
function thingAt(s: Sentence, index: number, talk: Discourse): { mention: Mention; to: number } | undefined {
  const party = partyAt(s, index, talk);
  if (party !== undefined)
    return low(s, party.to) === "'s" && at(s, party.to + 1).type === "word" ? own(s, party) : party;
  const start = low(s, index) === "the" ? index + 1 : index;
  return knownAt(s, index, talk) ?? knownAt(s, start, talk);
}

/** "Jon's just a typo for John" is no possessive. */
const own = (s: Sentence, party: { mention: Mention; to: number }) =>
  ["the", "a", "just", "actually", "really"].includes(low(s, party.to + 1)) ? party : undefined;
