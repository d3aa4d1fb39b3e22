import type { Statement } from "../../../../domain/reading/reading.ts";
import { type Discourse, pronounGender } from "../parts/discourse.ts";
import { kinAt } from "../parts/kin.ts";
import type { PeopleIn, Person } from "../parts/people-told.ts";
import { at, firstOf, low, type Pattern, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Relation } from "../words/relations.ts";
import { wordSet } from "../words/word-set.ts";
import { isHedged } from "./mood.ts";

type Tied = Extract<Statement, { type: "relationship" }>;

const VERBS: readonly (readonly [Relation, Pattern])[] = [
  ["spouse", firstOf(pattern("married to|with"), pattern("marries|weds|wed"))],
  ["fiancé", firstOf(pattern("engaged to"), pattern("proposes to"))],
  ["partner", firstOf(pattern("dating|seeing"), pattern("dates"), pattern("going out with"))],
  ["lover", firstOf(pattern("in love with"), pattern("sleeping with"), pattern("an affair with"))],
  ["employee", pattern("works|working for")],
  ["mentee", firstOf(pattern("mentored|trained|taught by"), pattern("apprenticed to"))],
];
const OPENS = wordSet("a an the his her another one");
const NAMES = new Set(["named", "called", ",", "("]);
const NOT = wordSet("not n't never no almost nearly ex formerly used was were once");
const MAX_PHRASE = 8;

/** "is engaged to a pilot named Torsten", "in love with his receptionist, Piroska", "lives with an aunt, Lucinda". */
export function verbTies(talk: Discourse, peopleIn: PeopleIn): Tied[] {
  const ties: Tied[] = [];
  let before: readonly Person[] = [];
  for (const s of talk.sentences) {
    const people = peopleIn(s);
    if (!s.asks && !isHedged(s) && people.length > 0) {
      for (let here = 1; here < s.tokens.length - 2; here += 1) {
        const found = verbAt(s, here) ?? withKin(s, here);
        const subject = found && subjectOf(s, here, people, before);
        const object = found && objectOf(s, found.to, people);
        if (!found || !subject || !object || object.mention.name === subject.mention.name) continue;
        if (!object.fresh && !subject.fresh) continue;
        const [from, to] = found.turned ? [object, subject] : [subject, object];
        ties.push({
          type: "relationship",
          from: from.mention,
          to: to.mention,
          relation: found.relation,
          explicit: true,
          span: spanOf(s, 0, s.tokens.length),
        });
      }
    }
    before = [...before, ...people];
  }
  return ties;
}

interface Verb {
  readonly relation: Relation;
  /** Where the words for the other begin. */
  readonly to: number;
  /** The other is it of the subject. */
  readonly turned: boolean;
}

function verbAt(s: Sentence, index: number): Verb | undefined {
  if ([1, 2, 3].some((gap) => NOT.has(low(s, index - gap)))) return undefined;
  for (const [relation, match] of VERBS) {
    const to = match(s, index);
    if (to > index) return { relation, to, turned: false };
  }
  return undefined;
}

const WITH = wordSet("with by has have had 's");
/** "with an aunt, …", "by an uncle named …". */
function withKin(s: Sentence, index: number): Verb | undefined {
  if (!WITH.has(low(s, index)) || !["a", "an", "one"].includes(low(s, index + 1))) return undefined;
  const kin = kinAt(s, index + 2);
  if (kin === undefined || kin.noun.plural || !NAMES.has(low(s, kin.to))) return undefined;
  return { relation: kin.noun.relation, to: kin.to, turned: true };
}

/** The one named last before the verb, or whom "she" before it means. */
function subjectOf(
  s: Sentence,
  index: number,
  people: readonly Person[],
  before: readonly Person[],
): Person | undefined {
  const named = people.findLast((one) => one.to <= index && low(s, one.to) !== "'s" && one.owns !== true);
  for (let here = index - 1; here >= Math.max(0, index - 3); here -= 1) {
    const gender = pronounGender(low(s, here));
    if (gender === undefined || !["he", "she"].includes(low(s, here))) continue;
    const one = [...before, ...people.filter(({ to }) => to <= here)].findLast(
      (each) => (each.gender ?? gender) === gender,
    );
    return one && { ...one, mention: { ...one.mention, ...spanOf(s, here, here + 1) } };
  }
  return named;
}

/** The one named at once, or after a few words for what they are. */
function objectOf(s: Sentence, index: number, people: readonly Person[]): Person | undefined {
  const next = people.find((one) => one.from >= index);
  if (next === undefined || next.from - index > MAX_PHRASE) return undefined;
  if (next.from === index) return next;
  if (!OPENS.has(low(s, index)) && !NAMES.has(low(s, index))) return undefined;
  for (let here = index + 1; here < next.from - 1; here += 1)
    if (at(s, here).type === "mark" || ["and", "who", "but", "or"].includes(low(s, here))) return undefined;
  const last = low(s, next.from - 1);
  return NAMES.has(last) || (at(s, next.from - 1).type === "word" && last !== "'s") ? next : undefined;
}
