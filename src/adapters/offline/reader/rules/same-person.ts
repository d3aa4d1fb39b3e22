import type { Mention, Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { soundKey } from "../../../../lib/sound-key.ts";
import type { Discourse } from "../parts/discourse.ts";
import { oneEditApart } from "../parts/known.ts";
import { knownAt } from "../parts/names.ts";
import { partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged } from "./mood.ts";
import { ownedLabelAt } from "./owned-label.ts";
import { found, type Rule } from "./rule.ts";

const MERGE = pattern("merge|combine|unify|unite|fold|join|consolidate|collapse|blend|roll");
const TURN = pattern("make|turn|treat|consider");
const AS_ONE = firstOf(
  pattern("into|as? a? one|single person|character|entry|guy|man|woman|one"),
  pattern("into|as? the same person|character|entry|one"),
  pattern("as one"),
);
const WITH = pattern("and|&|with|into|to|,");
const INTO = pattern("into|as");
const SAME = firstOf(
  pattern("should|can|could|must be merged|combined"),
  pattern("are meant|supposed to be the? same|one person|character|guy|man|woman|girl|boy|one"),
  pattern("should|must be the? same|one person|character|guy|man|woman|girl|boy|one"),
  pattern(",|:|=|–|-* same person|character|guy|man|woman"),
  pattern(
    "are actually|really|just|both* the? same|one person|character|guy|man|woman|girl|boy|one|entry|place|thing",
  ),
  pattern("are actually|really|just|both* one and the same"),
  pattern("are actually|really|just* the same"),
  pattern("are actually|really|just* duplicates|doubles|dupes"),
);
const IS_SAME = firstOf(
  pattern("is|'s actually|really|just* the same person|character|guy|man|woman|one|as as?"),
  pattern("is|'s actually|really|just* a typo|misspelling|duplicate|dupe|double|copy of|for"),
  pattern("=|=="),
  pattern("should|can|must be merged|combined|folded with|into"),
  pattern("should|is|was be? supposed|meant to be"),
  pattern("should be"),
  pattern("is|'s actually|really|just*"),
);
const TYPO = firstOf(
  pattern(",|(|–|—|- just|only|it|that|'s|was|is|sorry* a? typo|misspelling|mistake"),
  pattern(",|(|–|—|- just|only|i|it|'s|was|is* misspelled|mistyped|misspelt"),
  pattern("just* misspelled|mistyped|misspelt"),
  pattern("with a typo"),
  pattern("just* spelled wrong|wrongly|differently"),
);

/** Two entries that are one: "merge Jon and John", "Jon and John are the same person", "Jon is John, just a typo". */
export const samePerson: Rule = (s, index, talk) => {
  if (isHedged(s) || isFilmTalk(s)) return undefined;
  const order = MERGE(s, index);
  if (order > 0) return merge(s, index, order, talk);
  return asOne(s, index, talk) ?? areSame(s, index, talk) ?? isSame(s, index, talk);
};

/** "make Jon and John one character". */
function asOne(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const pair = pairAt(s, TURN(s, index), talk);
  const to = pair === undefined ? -1 : AS_ONE(s, pair.to);
  return pair && to > pair.to ? merged(s, index, to, pair.one, pair.other) : undefined;
}

function pairAt(
  s: Sentence,
  index: number,
  talk: Discourse,
): { one: Mention; other: Mention; to: number } | undefined {
  const one = index < 0 ? undefined : thingAt(s, index, talk);
  const link = one === undefined ? -1 : pattern("and|&")(s, one.to);
  const other = link < 0 ? undefined : thingAt(s, link, talk);
  return one && other && { one: one.mention, other: other.mention, to: other.to };
}

/** "merge A and B", "merge A into B", "combine A and B into A". */
function merge(s: Sentence, index: number, from: number, talk: Discourse): ReturnType<Rule> {
  const one = thingAt(s, from, talk);
  const link = one === undefined ? -1 : WITH(s, one.to);
  const other = link < 0 ? undefined : thingAt(s, link, talk);
  if (one === undefined || other === undefined) return undefined;
  const into = INTO(s, other.to);
  const stays = into < 0 ? undefined : thingAt(s, into, talk);
  const end = stays?.to ?? other.to;
  const kept = keptAt(s, end, talk);
  const name = stays?.mention ?? (kept?.field === undefined ? kept?.mention : undefined);
  const first = name !== undefined && isOne(name, one.mention);
  const [subject, target] = first ? [other, one] : [one, other];
  const takes = kept?.field !== undefined && isOne(kept.mention, subject.mention) ? [kept.field] : [];
  return merged(s, index, kept?.to ?? end, subject.mention, target.mention, takes);
}

interface Kept {
  readonly mention: Mention;
  readonly field?: string;
  readonly to: number;
}

const KEEP = pattern(",|but|and|;* keep|keeping|use|using");

/** ", keep Sarah", "but keep Jon's age". */
function keptAt(s: Sentence, index: number, talk: Discourse): Kept | undefined {
  const from = KEEP(s, index);
  if (from < 0) return undefined;
  const owned = ownedLabelAt(s, from, talk);
  return owned ?? thingAt(s, from, talk);
}

function areSame(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const pair = pairAt(s, index, talk);
  const to = pair === undefined ? -1 : SAME(s, pair.to);
  return pair && to > pair.to && endsAt(s, to) ? merged(s, index, to, pair.one, pair.other) : undefined;
}

/** Plain "Viktor is John" may be the film's own secret: it takes a word for a slip, that both are the same, or names that are nearly one. Both must be known. */
function isSame(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const one = thingAt(s, index, talk);
  const is = one === undefined ? -1 : IS_SAME(s, one.to);
  const other = is < 0 ? undefined : thingAt(s, is, talk);
  if (one === undefined || other === undefined) return undefined;
  if (one.mention.entry_id === undefined || other.mention.entry_id === undefined) return undefined;
  const typo = TYPO(s, other.to);
  const said = is - one.to > 1 && !["actually", "really", "just"].includes(low(s, is - 1));
  const alike = said || soundAlike(one.mention.name, other.mention.name);
  if (typo < 0 && !(alike && endsAt(s, other.to))) return undefined;
  return merged(s, index, Math.max(typo, other.to), one.mention, other.mention);
}

function soundAlike(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)];
  return oneEditApart(a, b) || soundKey(a) === soundKey(b);
}

function merged(
  s: Sentence,
  index: number,
  to: number,
  subject: Mention,
  into: Mention,
  takes: string[] = [],
): ReturnType<Rule> {
  if (isOne(subject, into)) return undefined;
  const span = spanOf(s, index, to);
  const statement: Statement = { type: "merge", subject, into, ...(takes.length > 0 ? { takes } : {}), span };
  return found(to, [statement]);
}

const isOne = (one: Mention, other: Mention): boolean =>
  one.entry_id === other.entry_id && (one.entry_id !== undefined || one.name === other.name);

/** Someone, or a place or thing that is known. */
function thingAt(s: Sentence, index: number, talk: Discourse): { mention: Mention; to: number } | undefined {
  const start = low(s, index) === "the" ? index + 1 : index;
  const known = knownAt(s, index, talk) ?? knownAt(s, start, talk);
  const party = partyAt(s, index, talk);
  if (known !== undefined && (party === undefined || known.to > party.to)) return known;
  if (party === undefined) return known;
  return low(s, party.to) === "'s" && at(s, party.to + 1).type === "word" ? own(s, party) : party;
}

/** "Jon's just a typo for John" is no possessive. */
const own = (s: Sentence, party: { mention: Mention; to: number }) =>
  ["the", "a", "just", "actually", "really"].includes(low(s, party.to + 1)) ? party : undefined;
