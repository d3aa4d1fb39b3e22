import type { EntryKind } from "../../../../domain/bible/kinds.ts";
import type { FieldDrop, FieldReading, Mention, Statement } from "../../../../domain/reading/reading.ts";
import type { SpanOf } from "../text/match.ts";
import { type Discourse, type Party, type Referent, speakOf } from "./discourse.ts";
import type { Tie, Told } from "./told.ts";

/** An entry with all that is said of it, its ties and its belongings, as statements; makes it the one spoken of. */
export function tellOf(talk: Discourse, who: Party, one: Told, explicit: boolean, span: SpanOf): Statement[] {
  const statements: Statement[] = [];
  const stated = [...who.fields, ...one.fields];
  const fields = explicit ? [...titleTrade(who, stated), ...stated, ...titleGender(who, stated)] : stated;
  for (const tie of one.ties) if (tie.way === "is") remember(talk, tie.other, [], false);
  const drops = one.drops ?? [];
  remember(talk, who, fields, explicit);
  if (explicit || fields.length > 0 || drops.length > 0)
    statements.push(entryStatement("character", who.mention, explicit, fields, span, drops));
  for (const tie of one.ties) statements.push(...tieStatements(talk, who, tie, explicit));
  for (const thing of one.things) {
    const held = explicit || who.mention.entry_id !== undefined || who.referent.fresh;
    const owner: FieldReading = {
      field: "owner",
      value: who.referent.name,
      start: who.mention.start,
      end: who.mention.end,
    };
    statements.push(entryStatement("prop", thing.mention, held, [owner], thing.span));
  }
  return statements;
}

const TITLE_TRADES = new Set(
  "detective inspector captain officer sergeant sheriff nurse senator judge professor colonel major general commander chief mayor president king queen prince princess constable lieutenant superintendent admiral agent coach".split(
    " ",
  ),
);

/** "Detective Rosa Alvarez" is a detective, if nothing else is said. */
function titleTrade(who: Party, fields: readonly FieldReading[]): FieldReading[] {
  const [title, ...rest] = who.mention.name.split(" ");
  const word = title?.toLowerCase() ?? "";
  if (rest.length === 0 || !TITLE_TRADES.has(word) || fields.some((field) => field.field === "occupation"))
    return [];
  return [
    { field: "occupation", value: word, start: who.mention.start, end: who.mention.start + word.length },
  ];
}

const TITLE_GENDERS = new Map<string, string>([
  ...titled(
    "female",
    "queen princess lady dame duchess countess baroness empress ms mrs miss madame madam sister mother auntie aunt tante granny nana nonna doña señora señorita frau fräulein signora signorina mademoiselle mlle mme kyria abbess marchioness viscountess archduchess widow",
  ),
  ...titled(
    "male",
    "king prince lord sir duke baron emperor mr mister father brother uncle grandpa señor don herr signor monsieur padre fr count archduke viscount marquis abbot kyrios friar",
  ),
]);

function titled(gender: string, words: string): [string, string][] {
  return words.split(" ").map((word) => [word, gender]);
}

/** The gender that a name tells by its title; undefined where it has none. */
export const genderOfTitle = (name: string): string | undefined =>
  name.includes(" ")
    ? TITLE_GENDERS.get((name.split(" ")[0] ?? "").toLowerCase().replace(".", ""))
    : undefined;

/** "Queen Marguerite" is a woman, if nothing else is said. */
function titleGender(who: Party, fields: readonly FieldReading[]): FieldReading[] {
  const [title = "", ...rest] = who.mention.name.split(" ");
  const gender = TITLE_GENDERS.get(title.toLowerCase().replace(".", ""));
  if (gender === undefined || rest.length === 0 || fields.some(({ field }) => field === "gender")) return [];
  const { start } = who.mention;
  return [{ field: "gender", value: gender, start, end: start + title.length }];
}

export function entryStatement(
  kind: EntryKind,
  subject: Mention,
  explicit: boolean,
  fields: readonly FieldReading[],
  span: SpanOf,
  drops: readonly FieldDrop[] = [],
): Statement {
  return {
    type: "entry",
    kind,
    subject,
    explicit,
    fields: [...fields],
    ...(drops.length === 0 ? {} : { drops: [...drops] }),
    span: { start: span.start, end: span.end },
  };
}

/** Marks what is said of those who are there already as meant to change it. */
export const correcting = (statements: readonly Statement[]): Statement[] =>
  statements.map((one) =>
    one.type === "entry" && !one.explicit && one.fields.length > 0 ? { ...one, corrects: true } : one,
  );

/** The relationship, and the entry of someone who is brought in by it ("has a brother named Theo"). */
export function tieStatements(talk: Discourse, who: Party, tie: Tie, explicit: boolean): Statement[] {
  const statements: Statement[] = [];
  if (tie.introduces && tie.way === "has") {
    remember(talk, tie.other, tie.other.fields, true);
    statements.push(entryStatement("character", tie.other.mention, true, tie.other.fields, tie.span));
  }
  statements.push(relationship(who, tie, explicit));
  return statements;
}

function relationship(who: Party, tie: Tie, explicit: boolean): Statement {
  const [from, to] = tie.way === "is" ? [who.mention, tie.other.mention] : [tie.other.mention, who.mention];
  return {
    type: "relationship",
    from,
    to,
    relation: tie.relation,
    explicit: explicit || tie.introduces,
    span: {
      start: Math.min(who.mention.start, tie.span.start),
      end: Math.max(who.mention.end, tie.span.end),
    },
    ...(tie.description === undefined ? {} : { description: tie.description }),
    ...(tie.secret === true ? { secret: true } : {}),
    ...(tie.ends === true ? { ends: true } : {}),
  };
}

/** Keeps who was spoken of, with what is now known of them, for the pronouns that follow. */
export function remember(talk: Discourse, who: Party, fields: readonly FieldReading[], fresh: boolean): void {
  const of = (name: string): string | undefined => {
    const field = fields.findLast((one) => one.field === name);
    return typeof field?.value === "string" ? field.value : undefined;
  };
  const referent: Referent = {
    ...who.referent,
    gender: of("gender") ?? who.referent.gender,
    occupation: of("occupation") ?? who.referent.occupation,
    also: calledToo(fields),
    fresh: fresh || who.referent.fresh,
  };
  speakOf(talk, referent);
}

const calledToo = (fields: readonly FieldReading[]): string[] | undefined => {
  const names = fields.flatMap(({ field, value }) =>
    field === "aliases" && Array.isArray(value) ? value.map(String) : [],
  );
  return names.length === 0 ? undefined : names;
};
