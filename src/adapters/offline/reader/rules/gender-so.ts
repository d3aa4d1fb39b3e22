import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { type Discourse, pronounGender } from "../parts/discourse.ts";
import { type Named, nameAt } from "../parts/names.ts";
import { genderOfTitle } from "../parts/statements.ts";
import { at } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { genderOfNoun } from "../words/people.ts";
import { relationNoun } from "../words/relations.ts";

type Entry = Extract<Statement, { type: "entry" }>;

/** How far after a name a pronoun may still mean its bearer. */
const REACH = 6;

/**
 * The gender of somebody this message brings in, where only a title, a tie or a pronoun tells it: "Madame Celeste",
 * "Coretta, 44, won't admit she's lonely". A pronoun counts where nobody else is named whom it could mean.
 */
export function withGenders(talk: Discourse, statements: readonly Statement[]): Statement[] {
  const told = statements.map((one) => (isNewcomer(one) ? byTitle(one, talk) : one));
  const tied = told.map((one) =>
    isNewcomer(one) && !isTold(one.subject.name, told) ? byTie(one, told, talk) : one,
  );
  if (tied.every((one) => !isNewcomer(one) || isTold(one.subject.name, tied))) return tied;
  const people = peopleIn(talk, tied);
  const done = new Set<string>();
  return tied.map((one) => {
    if (!isNewcomer(one) || done.has(one.subject.name) || isTold(one.subject.name, tied)) return one;
    done.add(one.subject.name);
    const gender = byPronoun(talk, one, people);
    return gender === undefined ? one : { ...one, fields: [...one.fields, gender] };
  });
}

const isPerson = (one: Statement): one is Entry => one.type === "entry" && one.kind === "character";
const isNewcomer = (one: Statement): one is Entry =>
  isPerson(one) && one.explicit && one.subject.entry_id === undefined;
const isGender = ({ field }: FieldReading): boolean => field === "gender";
const isTold = (name: string, all: readonly Statement[]): boolean =>
  all.some((one) => isPerson(one) && one.subject.name === name && one.fields.some(isGender));

/** A title tells more surely than a pronoun. */
function byTitle(one: Entry, talk: Discourse): Entry {
  const value = genderOfTitle(one.subject.name);
  const said = one.fields.find(isGender);
  const surer = said !== undefined && pronounGender(talk.text.slice(said.start, said.end)) === undefined;
  if (value === undefined || surer || said?.value === value) return one;
  const { start, end } = one.subject;
  const rest = one.fields.filter((field) => !isGender(field));
  return { ...one, fields: [...rest, { field: "gender", value, start, end }] };
}

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

/** Somebody named in the message, with the gender told of them or that of most who bear the name. */
interface Present {
  readonly key: string;
  readonly start: number;
  readonly gender: string | undefined;
}

function peopleIn(talk: Discourse, statements: readonly Statement[]): Present[] {
  const told = new Map<string, string>();
  for (const one of statements)
    if (isPerson(one))
      for (const { field, value } of one.fields)
        if (field === "gender") told.set(nameKey(one.subject.name), String(value));
  const brought = new Set(statements.filter(isPerson).map(({ subject }) => nameKey(subject.name)));
  return talk.sentences.flatMap((s) =>
    namesIn(s, talk).flatMap((name): Present[] => {
      const key = nameKey(name.mention.name);
      if (name.entry === undefined && name.referent === undefined && !brought.has(key)) return [];
      const gender = told.get(key) ?? name.entry?.gender ?? likely(s, name);
      return [{ key, start: name.mention.start, gender }];
    }),
  );
}

function namesIn(s: Sentence, talk: Discourse): Named[] {
  const names: Named[] = [];
  for (let here = 0; here < s.tokens.length; here += 1) {
    const name = at(s, here).type === "word" ? nameAt(s, here, talk, "character") : undefined;
    if (name === undefined) continue;
    names.push(name);
    here = name.to - 1;
  }
  return names;
}

function likely(s: Sentence, { from }: Named): string | undefined {
  const tags = s.tags(from);
  if (tags.has("FemaleName")) return "female";
  return tags.has("MaleName") ? "male" : undefined;
}

/** The first pronoun after the name, where it can be no other's. */
function byPronoun(
  talk: Discourse,
  { subject }: Entry,
  people: readonly Present[],
): FieldReading | undefined {
  const key = nameKey(subject.name);
  const own = people.find((one) => one.key === key)?.gender;
  if (/^['’]s /u.test(talk.text.slice(subject.end, subject.end + 3))) return undefined;
  let found: FieldReading | undefined;
  const first = talk.sentences.findIndex(({ end }) => end > subject.start);
  for (const s of talk.sentences.slice(first, first + REACH)) {
    for (const [here, token] of s.tokens.entries()) {
      if (token.start < subject.end || token.type !== "word") continue;
      if (people.some(({ start, key: other }) => start === token.start && other !== key)) return found;
      const value = pronounGender(token.low);
      if (value === undefined) {
        if (found === undefined && isSomebody(token.low)) return undefined;
        continue;
      }
      if (found !== undefined && found.value !== value) return undefined;
      if (own !== undefined && own !== value) return undefined;
      if (people.some((one) => one.key !== key && (one.gender ?? value) === value && one.start < token.start))
        return found;
      if (!OWN.has(token.low) && people.some((one) => one.key !== key) && !s.tags(here + 1).has("Noun"))
        return found;
      found ??= { field: "gender", value, start: token.start, end: token.end };
    }
  }
  return isMeantBefore(talk, subject.start, found?.value) ? undefined : found;
}

const OWN = new Set(["he", "she", "his", "himself", "herself"]);

/** The same pronoun stands before the name: it is somebody's whom the message does not name. */
const isMeantBefore = (talk: Discourse, start: number, gender: unknown): boolean =>
  talk.sentences.some((s) =>
    s.tokens.some(
      (token) => token.start < start && token.type === "word" && pronounGender(token.low) === gender,
    ),
  );

/** Somebody else whom a pronoun after it may mean: "whose wife left when she …". */
const isSomebody = (word: string): boolean =>
  genderOfNoun(word) !== undefined || relationNoun(word)?.gender !== undefined;
