import type { Gap, Mention, Statement } from "../../../../domain/reading/reading.ts";
import { isNameless } from "../parts/nameless.ts";
import { mergeStatements } from "./merge.ts";

type EntryStatement = Extract<Statement, { type: "entry" }>;
type TieStatement = Extract<Statement, { type: "relationship" }>;

/**
 * Statements one an entry, and those that lack a name apart: one gap for each person who has none. A tie says best who
 * they are; what else is said of them stands in its description.
 */
export function partGaps(
  statements: readonly Statement[],
  names: ReadonlyMap<string, Mention>,
  text: string,
): { readonly statements: Statement[]; readonly gaps: Gap[] } {
  const all = mergeStatements(statements.map((one) => named(one, names)));
  const lacking = all.filter((one) => standIn(one) !== undefined);
  if (lacking.length === 0) return { statements: all, gaps: [] };
  const people = Map.groupBy(lacking, (one) => standIn(one)?.name ?? "");
  return {
    statements: all.filter((one) => standIn(one) === undefined),
    gaps: [...people.values()].flatMap((about) => gapOf(about, text) ?? []),
  };
}

/** The statement with the names that were told after it. */
function named(one: Statement, names: ReadonlyMap<string, Mention>): Statement {
  if (names.size === 0) return one;
  const mend = (mention: Mention) => names.get(mention.name) ?? mention;
  if (one.type === "relationship") return { ...one, from: mend(one.from), to: mend(one.to) };
  return one.type === "entry" ? { ...one, subject: mend(one.subject) } : one;
}

function standIn(one: Statement): Mention | undefined {
  const mentions =
    one.type === "relationship" ? [one.from, one.to] : one.type === "entry" ? [one.subject] : [];
  return mentions.find(isNameless);
}

function gapOf(about: readonly Statement[], text: string): Gap | undefined {
  const entry = about.find((one) => one.type === "entry");
  const [tie, ...others] = about.filter((one) => one.type === "relationship");
  if (tie === undefined)
    return entry && { statement: { ...entry, subject: unnamed(entry.subject) }, wants: "subject" };
  const wants = isNameless(tie.from) ? "from" : "to";
  const description = [
    wordsOf(tie[wants], text),
    ...factsOf(entry),
    ...others.map((other) => alsoOf(other)),
  ].join(", ");
  return { statement: { ...tie, [wants]: unnamed(tie[wants]), explicit: true, description }, wants };
}

const unnamed = (mention: Mention): Mention => ({ ...mention, name: "" });

const wordsOf = ({ start, end }: Mention, text: string): string =>
  text.slice(start, end).replace(/\s+/g, " ");

/** The kin's words tell the gender. */
const factsOf = (entry: EntryStatement | undefined): string[] =>
  (entry?.fields ?? []).flatMap(({ field, value }) => (field === "gender" ? [] : String(value)));

const alsoOf = ({ from, to, relation }: TieStatement): string =>
  isNameless(from) ? `also ${relation} of ${to.name}` : `${from.name} is ${relation}`;
