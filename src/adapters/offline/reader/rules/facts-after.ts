import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { bareAge } from "../parts/ages.ts";
import { describe } from "../parts/describe.ts";
import { type Discourse, sentencesIn } from "../parts/discourse.ts";
import { nameAt } from "../parts/names.ts";
import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isHedged } from "./mood.ts";

type Entry = Extract<Statement, { type: "entry" }>;

/** What stands in apposition to a name: somebody else's it cannot be. */
const OWN = new Set([
  "age",
  "age_range",
  "occupation",
  "gender",
  "ethnicity",
  "traits",
  "appearance",
  "background",
  "archetype",
]);
const LISTS = new Set(["traits", "appearance", "background"]);

/**
 * What stands right beside a newcomer's name is theirs, whoever the sentence is about: "Rosa, a milliner of twenty-four,
 * marries Anton Skala, a railway clerk". What a rule has taken for another's is given back.
 */
export function withFactsAfter(talk: Discourse, statements: readonly Statement[]): Statement[] {
  let all = [...statements];
  const done = new Set<string>();
  for (const one of statements) {
    if (!isNewcomer(one) || done.has(one.subject.name)) continue;
    done.add(one.subject.name);
    all = settled(talk, all, one);
  }
  return all;
}

const isPerson = (one: Statement): one is Entry => one.type === "entry" && one.kind === "character";
const isNewcomer = (one: Statement): one is Entry =>
  isPerson(one) && one.explicit && one.subject.entry_id === undefined;

function settled(talk: Discourse, statements: Statement[], { subject }: Entry): Statement[] {
  const [s] = sentencesIn(talk, subject.start, subject.start + 1, 1);
  const last = s === undefined ? -1 : s.tokens.findIndex(({ end }) => end === subject.end);
  if (s === undefined || last < 0 || isHedged(s) || ![",", "("].includes(low(s, last + 1))) return statements;
  const own = statements.filter((one): one is Entry => isPerson(one) && one.subject.name === subject.name);
  const has = new Set(own.flatMap(({ fields }) => fields.map(({ field }) => field)));
  const end = nextPerson(s, last + 1, talk, subject.name);
  const facts = own.some(({ fields }) => fields.some(({ start }) => start > subject.end && start < s.end))
    ? []
    : beside(s, last + 1, end, talk, subject.name);
  const age = [...facts.map(({ field }) => field), ...has].some((field) => field.startsWith("age"))
    ? []
    : ageBetweenCommas(s, last + 1, end);
  const news = [...facts, ...age].filter(({ field }) => OWN.has(field) && !has.has(field));
  if (news.length === 0) return statements;
  const first = own.find((one) => one.explicit);
  return statements.map((one) => {
    if (one === first) return { ...first, fields: [...first.fields, ...news] };
    if (!isPerson(one) || one.subject.name === subject.name) return one;
    const fields = one.fields.filter((field) => !isAmong(field, news));
    return fields.length === one.fields.length ? one : { ...one, fields };
  });
}

/** Read of the very same words. */
const isAmong = (one: FieldReading, news: readonly FieldReading[]): boolean =>
  news.some(
    ({ field, start, end }) =>
      (field === one.field || LISTS.has(one.field)) && one.start < end && one.end > start,
  );

/** What is told after a name and before the next. */
function beside(s: Sentence, index: number, end: number, talk: Discourse, name: string): FieldReading[] {
  const referent = { name, kind: "character", fresh: true };
  const { fields } = describe(s, index, talk, { referent, introduced: true });
  return fields.filter((field) => field.end <= end);
}

/** ", fifty-five," with nobody else named in between. */
function ageBetweenCommas(s: Sentence, from: number, end: number): readonly FieldReading[] {
  for (let here = from; here < s.tokens.length && at(s, here).start < end; here += 1) {
    if (low(s, here) === ";") return [];
    const age = low(s, here) === "," ? bareAge(s, here + 1) : undefined;
    if (age !== undefined && (at(s, age.to).text === "" || [",", ";"].includes(low(s, age.to))))
      return age.fields;
  }
  return [];
}

/** Where in the message somebody else is named, or the sentence ends. */
function nextPerson(s: Sentence, from: number, talk: Discourse, name: string): number {
  for (let here = from; here < s.tokens.length; here += 1) {
    if (!at(s, here).cap || BEFORE_OTHER.has(low(s, here - 1))) continue;
    const other = nameAt(s, here, talk, "character");
    if (other === undefined) continue;
    const key = nameKey(other.mention.name);
    const person = other.entry !== undefined || other.referent !== undefined || talk.persons.has(key);
    if (person && key !== nameKey(name)) return at(s, here).start;
    here = other.to - 1;
  }
  return s.end + 1;
}

const BEFORE_OTHER = new Set(["in", "from", "née", "nee", "called"]);
