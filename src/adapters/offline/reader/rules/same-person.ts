import type { Mention } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { endsAt } from "../parts/phrase.ts";
import { firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged } from "./mood.ts";
import { ownedLabelAt } from "./owned-label.ts";
import type { Rule } from "./rule.ts";
import { sameAfterAll } from "./same-after-all.ts";
import { isOne, merged, soundAlike, type Thing, thingAt, thingsAt } from "./same-things.ts";

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
    "are actually|really|just|both|all* the? same|one person|character|guy|man|woman|girl|boy|one|entry|place|thing",
  ),
  pattern("are actually|really|just|both|all* one and the same"),
  pattern("are actually|really|just* the same"),
  pattern("are actually|really|just* duplicates|doubles|dupes"),
  pattern(
    ",|–|—|- that|this|it|they|these|both 's|is|are|'re the? same|one person|character|guy|man|woman|girl|boy|one|place|thing",
  ),
);
const THE_TWO = pattern("the? two|three|both|these|entries|characters|them :");
const IS_SAME = firstOf(
  pattern("is|'s actually|really|just* the same person|character|guy|man|woman|one|as as?"),
  pattern("is|'s actually|really|just* a typo|misspelling|duplicate|dupe|double|copy of|for"),
  pattern("=|=="),
  pattern("should|can|must be merged|combined|folded with|into"),
  pattern("should|is|was be? supposed|meant to be"),
  pattern("should just|really|actually* be"),
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
  return (
    asOne(s, index, talk) ?? areSame(s, index, talk) ?? isSame(s, index, talk) ?? sameAfterAll(s, index, talk)
  );
};

/** "make Jon and John one character". */
function asOne(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const start = TURN(s, index);
  const all = start < 0 ? [] : thingsAt(s, start, talk);
  const last = all.at(-1);
  const to = last === undefined || all.length < 2 ? -1 : AS_ONE(s, last.to);
  return last && to > last.to ? intoLast(s, index, to, all) : undefined;
}

const intoLast = (s: Sentence, index: number, to: number, all: readonly Thing[]): ReturnType<Rule> => {
  const last = all.at(-1);
  return (
    last &&
    merged(
      s,
      index,
      to,
      all.slice(0, -1).map(({ mention }) => mention),
      last.mention,
    )
  );
};

/** "merge A and B", "merge A into B", "combine A and B into A", "merge A with B and C". */
function merge(s: Sentence, index: number, order: number, talk: Discourse): ReturnType<Rule> {
  const from = Math.max(order, THE_TWO(s, order));
  const one = thingAt(s, from, talk);
  const link = one === undefined ? -1 : WITH(s, one.to);
  const others = link < 0 ? [] : thingsAt(s, link, talk);
  const other = others.at(-1);
  if (one === undefined || other === undefined) return undefined;
  const into = INTO(s, other.to);
  const stays = into < 0 ? undefined : thingAt(s, into, talk);
  const end = stays?.to ?? other.to;
  const kept = keptAt(s, end, talk);
  const name = stays?.mention ?? (kept?.field === undefined ? kept?.mention : undefined);
  const all = [one, ...others].map(({ mention }) => mention);
  const around = low(s, one.to) === "with" && others.length > 1 ? one.mention : other.mention;
  const target = all.find((each) => name !== undefined && isOne(name, each)) ?? around;
  const gone = all.filter((each) => !isOne(each, target));
  const takes =
    kept?.field !== undefined && gone.some((each) => isOne(kept.mention, each)) ? [kept.field] : [];
  return merged(s, index, kept?.to ?? end, gone, target, gone.length > 1 ? [] : takes);
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
  const all = thingsAt(s, index, talk);
  const last = all.at(-1);
  const to = last === undefined || all.length < 2 ? -1 : SAME(s, last.to);
  return last && to > last.to && endsAt(s, to) ? intoLast(s, index, to, all) : undefined;
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
  return merged(s, index, Math.max(typo, other.to), [one.mention], other.mention);
}
