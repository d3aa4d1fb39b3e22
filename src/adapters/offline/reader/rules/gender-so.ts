import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { type Discourse, pronounGender } from "../parts/discourse.ts";
import { genderOfNoun } from "../words/people.ts";
import { relationNoun } from "../words/relations.ts";

type Entry = Extract<Statement, { type: "entry" }>;

/**
 * The gender of somebody this message brings in, where only a pronoun of it tells: "Coretta, 44, won't admit she's
 * lonely". One newcomer, no one else named, all pronouns of one gender, and nobody else they could mean.
 */
export function withGenders(talk: Discourse, statements: readonly Statement[]): Statement[] {
  const told = statements.map((one) =>
    isNewcomer(one) && !hasGender(one) ? byTie(one, statements, talk) : one,
  );
  const people = told.filter(isPerson);
  const [only] = people.filter(isNewcomer);
  if (only === undefined || hasGender(only)) return told;
  const names = new Set(people.map(({ subject }) => subject.entry_id ?? subject.name));
  const others = talk.known.all.some(({ kind }) => kind === "character");
  const gender = names.size > 1 || others ? undefined : pronounsAfter(talk, only);
  return gender === undefined
    ? told
    : told.map((one) => (one === only ? { ...only, fields: [...only.fields, gender] } : one));
}

const isPerson = (one: Statement): one is Entry => one.type === "entry" && one.kind === "character";
const isNewcomer = (one: Statement): one is Entry =>
  isPerson(one) && one.explicit && one.subject.entry_id === undefined;
const hasGender = ({ fields }: Entry): boolean => fields.some(({ field }) => field === "gender");

/** "- Dana, 52 / - Teo, 24, her son": she is whose son he is. */
function byTie(one: Entry, statements: readonly Statement[], talk: Discourse): Entry {
  for (const tie of statements) {
    if (tie.type !== "relationship") continue;
    for (const { name, start, end } of [tie.from, tie.to]) {
      const value =
        name === one.subject.name ? pronounGender(talk.text.slice(start, end).toLowerCase()) : undefined;
      if (value !== undefined)
        return { ...one, fields: [...one.fields, { field: "gender", value, start, end }] };
    }
  }
  return one;
}

function pronounsAfter(talk: Discourse, { subject }: Entry): FieldReading | undefined {
  let found: FieldReading | undefined;
  for (const s of talk.sentences) {
    for (const [here, token] of s.tokens.entries()) {
      const value = token.type === "word" ? pronounGender(token.low) : undefined;
      if (value === undefined) {
        if (found === undefined && token.start >= subject.end && isSomebody(token.low)) return undefined;
        continue;
      }
      if (token.start < subject.start || (found !== undefined && found.value !== value)) return undefined;
      if (!OWN.has(token.low) && !(token.low === "her" && s.tags(here + 1).has("Noun"))) return undefined;
      found ??= { field: "gender", value, start: token.start, end: token.end };
    }
  }
  return found;
}

const OWN = new Set(["he", "she", "his", "himself", "herself"]);

/** Somebody else whom a pronoun after it may mean: "whose wife left when she …". */
const isSomebody = (word: string): boolean =>
  genderOfNoun(word) !== undefined || relationNoun(word)?.gender !== undefined;
