import type { FieldDrop, FieldReading } from "../../../../domain/reading/reading.ts";
import { low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/token.ts";
import { ADVERBS, COPULAS } from "../words/small-verbs.ts";
import { wordSet } from "../words/word-set.ts";
import { copulaAt } from "./copula.ts";
import type { Discourse } from "./discourse.ts";
import { hasAt, hasThing } from "./having.ts";
import { endsAt } from "./phrase.ts";
import { withFinite } from "./plural.ts";
import { type Subject, type Told, told } from "./told.ts";
import { verbAt } from "./verbs.ts";

const NOT = pattern("not|n't");
const NO_LONGER = pattern("no longer");
const STOPPED = pattern("has|'s|have|had? stopped|quit being");
const DOES_NOT = pattern("do|does not|n't");
const HAS_NO = pattern("has|have no");
const ANY_MORE = [pattern("anymore"), pattern("any more|longer"), pattern("after all")];
/** "not quite a doctor", "not as mean as she looks": no denial of the thing itself. */
const PARTLY = wordSet(
  "as so too very quite exactly always just only even all that really yet necessarily sure there entirely completely",
);
/** Of nobody is it said that they are no longer this. */
const KEPT = new Set(["gender", "notes", "background"]);

/** What is said not to be so, or no longer: "isn't a doctor", "is no longer brave", "doesn't have a scar any more". Undefined where that is not understood. */
export function denialAt(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  if (subject.referent.entry_id === undefined && subject.referent.kind !== "group") return undefined;
  const over = anyMore(s, index);
  const clause = { ...s, tokens: s.tokens.slice(0, over?.from).map(orAsAnd) };
  const known = { ...subject, introduced: false };
  const denied = isNot(clause, index, talk, known) ?? doesNot(clause, index, talk, known, over !== undefined);
  if (denied === undefined || !endsAt(clause, denied.to)) return undefined;
  const to = over !== undefined && denied.to >= over.from ? over.to : denied.to;
  return { ...told(to, [], endedTies(denied)), drops: dropsOf(denied) };
}

/** "not brave or loyal" denies both. */
const orAsAnd = (token: Token): Token => (token.low === "or" ? { ...token, low: "and" } : token);

/** Where "any more" stands in the clause that begins at `index`. */
function anyMore(s: Sentence, index: number): { from: number; to: number } | undefined {
  for (let here = index; here < s.tokens.length; here += 1) {
    if ([",", ";", "but"].includes(low(s, here))) return undefined;
    const to = Math.max(...ANY_MORE.map((match) => match(s, here)));
    if (to > here) return { from: here, to };
  }
  return undefined;
}

/** "is not …", "is no longer …", "has stopped being …". */
function isNot(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const from = Math.max(notBeing(s, index), STOPPED(s, index));
  if (from < 0 || PARTLY.has(low(s, from))) return undefined;
  const plural = ["are", "'re"].includes(low(s, index));
  return copulaAt(s, from, talk, { subject, past: false, plural, secret: false });
}

function notBeing(s: Sentence, index: number): number {
  const before = NO_LONGER(s, index);
  const copula = skip(s, Math.max(before, index));
  if (!COPULAS.has(low(s, copula)) || ["was", "were", "be", "being"].includes(low(s, copula))) return -1;
  const after = skip(s, copula + 1);
  return before > 0 ? after : Math.max(NOT(s, after), NO_LONGER(s, after));
}

/** "no longer works for Karen", "doesn't work for Karen any more", "doesn't have a scar", "has no scar any more". */
function doesNot(
  s: Sentence,
  index: number,
  talk: Discourse,
  subject: Subject,
  over: boolean,
): Told | undefined {
  const longer = NO_LONGER(s, index);
  if (longer > 0) return hasAt(s, longer, talk, subject) ?? verbAt(s, longer, talk, subject);
  const none = over ? HAS_NO(s, index) : -1;
  if (none > 0) return hasThing(s, none, talk, false);
  const not = DOES_NOT(s, index);
  if (not < 0) return undefined;
  const finite = withFinite(s, not);
  return hasAt(finite, not, talk, subject) ?? (over ? verbAt(finite, not, talk, subject) : undefined);
}

/** Each item of a list goes by itself. */
const oneByOne = (field: FieldReading): FieldReading[] =>
  Array.isArray(field.value) ? field.value.map((item) => ({ ...field, value: [item] })) : [field];

/** "no longer has a secret": whichever it was. */
function wholeSecret({ value, ...drop }: FieldReading): FieldDrop {
  const vague = drop.field === "secrets" && /^(?:a|the|any|no)? ?secrets?$/.test(String(value));
  return vague ? drop : { ...drop, value };
}

function skip(s: Sentence, index: number): number {
  let here = index;
  while (ADVERBS.has(low(s, here))) here += 1;
  return here;
}

const endedTies = ({ ties }: Told): Told["ties"] =>
  ties.flatMap((tie) => (tie.introduces ? [] : { ...tie, ends: true }));

/** "not a bad detective" denies neither that he is bad nor that he is a detective. */
function dropsOf({ fields }: Told): FieldDrop[] {
  const said = fields.filter((field) => !KEPT.has(field.field));
  const mixed = said.length > 1 && said.some((field) => field.field === "occupation");
  return mixed ? [] : said.flatMap(oneByOne).map(wholeSecret);
}
