import type { Statement } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { SHOULD_BE } from "../parts/predicate.ts";
import { correcting } from "../parts/statements.ts";
import { firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { COPULAS } from "../words/small-verbs.ts";
import { wordSet } from "../words/word-set.ts";
import type { Found } from "./rule.ts";
import { sinceAt } from "./since.ts";

/** What a clause says beside its statements: that it corrects, that a tie is secret, since which scene it holds. */
export function endClause(s: Sentence, index: number, one: Found, talk: Discourse): Found {
  const tied = one.statements.some((statement) => statement.type === "relationship");
  const told = tied ? withTieEnd(s, one, talk) : one;
  return corrects(s, index, told, talk) ? { ...told, statements: correcting(told.statements) } : told;
}

const IN_SECRET = firstOf(
  pattern(",? in secret|private"),
  pattern(",? secretly"),
  pattern(",|but|and* nobody|none knows|suspects"),
  pattern(",|but|and* no one knows|suspects"),
  pattern(",|but|and* it|that 's|is a secret"),
  pattern(",|but|and* he|she|they does|do n't|not know"),
);

/** "… in secret", "… since the diner scene, secretly". */
function withTieEnd(s: Sentence, one: Found, talk: Discourse): Found {
  const first = IN_SECRET(s, one.to);
  const from = Math.max(first, one.to);
  const since =
    sinceAt(s, from, talk) ?? (talk.since === undefined ? undefined : { scene: talk.since, to: from });
  const last = first < 0 ? IN_SECRET(s, since?.to ?? from) : -1;
  const secret = talk.secret || first > 0 || last > 0;
  if (!secret && since === undefined) return one;
  const more = { ...(secret ? { secret } : {}), ...(since === undefined ? {} : { since: since.scene }) };
  const statements = one.statements.map(
    (statement): Statement => (statement.type === "relationship" ? { ...statement, ...more } : statement),
  );
  return { ...one, statements, to: Math.max(since?.to ?? from, last) };
}

const WORDS = wordSet("actually instead now becomes changed");
const LATER_WORDS = firstOf(pattern("after all"), pattern("from now|here on"));
/** "right now", "by now", "until now" tell a time and correct nothing. */
const TIMES = wordSet("right by until till for even just");
const NOT = firstOf(pattern("and? not"), pattern("rather than"), pattern("instead of"));
const WAS = pattern("( was|formerly|previously|before");

/** "is 31 now", "is actually 31", "31, not 28", "not a cop, a photographer", "should be 31". */
function corrects(s: Sentence, index: number, one: Found, talk: Discourse): boolean {
  if (talk.corrects || saysOtherwise(one.statements)) return true;
  for (let here = Math.max(0, index - 1); here < one.to; here += 1) {
    if (isMark(s, here) || SHOULD_BE(s, here) > here || WAS(s, here) > here) return true;
    if (here > index && rulesOut(s, here)) return true;
  }
  let after = one.to;
  while ([",", "(", "–", "—", "-"].includes(low(s, after))) after += 1;
  return (
    isMark(s, after) ||
    LATER_WORDS(s, after) > 0 ||
    WAS(s, one.to) > 0 ||
    (NOT(s, after) > 0 && low(s, after) !== "and")
  );
}

/** "48 not 58", "a cop, not a nurse"; not "is not", "and not". */
function rulesOut(s: Sentence, index: number): boolean {
  if ([",", "("].includes(low(s, index))) return NOT(s, index + 1) > 0;
  const before = low(s, index - 1);
  return low(s, index) === "not" && !COPULAS.has(before) && !BEFORE_NOT.has(before);
}

const BEFORE_NOT = wordSet(
  "do does did has have had and but or will can could should would may might actually really now still",
);

const isMark = (s: Sentence, index: number): boolean =>
  WORDS.has(low(s, index)) && !TIMES.has(low(s, index - 1));

/** The field that gets a value is denied another. */
const saysOtherwise = (statements: readonly Statement[]): boolean =>
  statements.some(
    (one) =>
      one.type === "entry" &&
      one.drops?.some((drop) => one.fields.some((field) => field.field === drop.field)) === true,
  );
