import type { Statement } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { correcting } from "../parts/statements.ts";
import { firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import type { Found } from "./rule.ts";
import { sinceAt } from "./since.ts";

/** What a clause says beside its statements: that it corrects, that a tie is secret, since which scene it holds. */
export function endClause(s: Sentence, index: number, one: Found, talk: Discourse): Found {
  const tied = one.statements.some((statement) => statement.type === "relationship");
  const told = tied ? withTieEnd(s, one, talk) : one;
  return corrects(s, index, told, talk) ? { ...told, statements: correcting(told.statements) } : told;
}

const IN_SECRET = firstOf(pattern("in secret|private"), pattern("secretly"));

/** "… in secret", "… since the diner scene". */
function withTieEnd(s: Sentence, one: Found, talk: Discourse): Found {
  const secret = IN_SECRET(s, one.to);
  const from = Math.max(secret, one.to);
  const since =
    sinceAt(s, from, talk) ?? (talk.since === undefined ? undefined : { scene: talk.since, to: from });
  if (secret < 0 && since === undefined) return one;
  const more = {
    ...(secret < 0 ? {} : { secret: true }),
    ...(since === undefined ? {} : { since: since.scene }),
  };
  const statements = one.statements.map(
    (statement): Statement => (statement.type === "relationship" ? { ...statement, ...more } : statement),
  );
  return { ...one, statements, to: since?.to ?? from };
}

const WORDS = wordSet("actually instead now");
/** "right now", "by now", "until now" tell a time and correct nothing. */
const TIMES = wordSet("right by until till for even just");
const NOT = firstOf(pattern("and? not"), pattern("rather than"), pattern("instead of"));
const SHOULD_BE = pattern("should actually|really|just* be");

/** "is 31 now", "is actually 31", "31, not 28", "not a cop, a photographer", "should be 31". */
function corrects(s: Sentence, index: number, one: Found, talk: Discourse): boolean {
  if (talk.corrects || saysOtherwise(one.statements)) return true;
  for (let here = Math.max(0, index - 1); here < one.to; here += 1) {
    if (isMark(s, here) || SHOULD_BE(s, here) > here) return true;
    if (here > index && [",", "("].includes(low(s, here)) && NOT(s, here + 1) > 0) return true;
  }
  let after = one.to;
  while ([",", "(", "–", "—", "-"].includes(low(s, after))) after += 1;
  return isMark(s, after) || (NOT(s, after) > 0 && low(s, after) !== "and");
}

const isMark = (s: Sentence, index: number): boolean =>
  WORDS.has(low(s, index)) && !TIMES.has(low(s, index - 1));

/** The field that gets a value is denied another. */
const saysOtherwise = (statements: readonly Statement[]): boolean =>
  statements.some(
    (one) =>
      one.type === "entry" &&
      one.drops?.some((drop) => one.fields.some((field) => field.field === drop.field)) === true,
  );
