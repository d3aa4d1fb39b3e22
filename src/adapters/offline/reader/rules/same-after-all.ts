import type { Discourse } from "../parts/discourse.ts";
import { endsAt } from "../parts/phrase.ts";
import { firstOf, type Pattern, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import type { Rule } from "./rule.ts";
import { merged, soundAlike, thingAt } from "./same-things.ts";

interface Frame {
  readonly before: Pattern;
  readonly between: Pattern;
  readonly after?: Pattern;
  /** The words alone do not say that both are one: their names must. */
  readonly alike?: boolean;
}

const HERE: Pattern = (_, index) => index;
const SAME_ONE = "same person|character|guy|man|woman|girl|boy|one|place|thing|entry";
const ARE_ONE = firstOf(
  pattern(
    `,|;|:|–|—|-|( they|it|he|she|that|both|those 's|is|are|'re|all|both|actually|just* the ${SAME_ONE}`,
  ),
  pattern("together"),
);
const MAKE_ONE = firstOf(
  pattern(
    ",|;|– so|and? please? make|merge|turn|combine them|both|those|it into? one single? person|character|entry?",
  ),
  pattern(",|;|– so|and? please? merge|combine|unify them|both|those"),
);
const SAME_AS = firstOf(
  pattern(`,|;|:|–|—|-|( he|she|it|that|they 's|is|are actually|just|really* the ${SAME_ONE} as`),
  pattern(",|;|:|–|—|-|( he|she|it|that 's|is actually|just|really* the same as"),
  pattern(
    ",|;|:|–|—|-|( he|she|it|that 's|is actually|just|really* a duplicate|double|dupe|copy|typo|misspelling of|for",
  ),
);

/** One, what stands between, the other: the first goes into the second. */
const FRAMES: readonly Frame[] = [
  { before: pattern("delete|remove|drop|scrap|kill the?"), between: SAME_AS },
  { before: pattern("add|move|put"), between: pattern("to|into|in"), after: ARE_ONE },
  { before: pattern("put|bring"), between: pattern("and|&|with"), after: pattern("together"), alike: true },
  {
    before: HERE,
    between: pattern("turns|turned out to be|actually? just?"),
    after: MAKE_ONE,
  },
  { before: HERE, between: pattern("is|'s actually|really|just*"), after: MAKE_ONE },
  {
    before: HERE,
    between: pattern("does|do n't|not exist|exists ,|;|:|–|—|- it|that|he|she 's|is"),
    alike: true,
  },
  {
    before: HERE,
    between: pattern("is|'s there|here|in|listed twice|double :|,|– as|once? as?"),
    alike: true,
  },
];

/** Words of which every such sentence has one. */
const SIGNS = wordSet(
  "same twice double dupe duplicate copy typo misspelling together merge combine unify make turn exist exists",
);
const TWICE = firstOf(pattern("we|you|i|there have|got|'s|are"), pattern("there is|are|'s"));

/** Two that are one, by the reason that comes with an order: "delete Jon, he's the same as John", "we have John twice: Jon and John". */
export const sameAfterAll: Rule = (s, index, talk) => {
  if (!s.tokens.some(({ low: word }) => SIGNS.has(word))) return undefined;
  for (const frame of FRAMES) {
    const read = framed(s, index, talk, frame);
    if (read !== undefined) return read;
  }
  return twice(s, index, talk);
};

function framed(s: Sentence, index: number, talk: Discourse, frame: Frame): ReturnType<Rule> {
  const start = frame.before(s, index);
  const one = start < 0 ? undefined : thingAt(s, start, talk);
  const link = one === undefined ? -1 : frame.between(s, one.to);
  const other = link < 0 ? undefined : thingAt(s, link, talk);
  if (one?.mention.entry_id === undefined || other?.mention.entry_id === undefined) return undefined;
  const to = frame.after === undefined ? other.to : frame.after(s, other.to);
  if (to < 0 || !endsAt(s, to)) return undefined;
  if (frame.alike === true && !soundAlike(one.mention.name, other.mention.name)) return undefined;
  return merged(s, index, to, [one.mention], other.mention);
}

/** "we have John twice: Jon and John". */
function twice(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const start = TWICE(s, index);
  const whom = start < 0 ? undefined : thingAt(s, start, talk);
  const colon = whom === undefined ? -1 : pattern("twice|double :|,|–|— as? once? as?")(s, whom.to);
  const one = colon < 0 ? undefined : thingAt(s, colon, talk);
  const link = one === undefined ? -1 : pattern("and|& once? as?")(s, one.to);
  const other = link < 0 ? undefined : thingAt(s, link, talk);
  if (!one || !other || !endsAt(s, other.to)) return undefined;
  return merged(s, index, other.to, [one.mention], other.mention);
}
