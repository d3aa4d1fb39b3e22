import { nameKey } from "../../lib/name-keys.ts";
import { mentionsIn } from "./mentions.ts";
import type { FieldReading, Mention, Reading, Span, Statement } from "./reading.ts";

type EntryStatement = Extract<Statement, { type: "entry" }>;

/**
 * One reading of two. What was parsed stands as it is; the model adds fields that were not parsed, entries and
 * relationships that were not seen, and answers to "what is asked" only where the parser found no question or request.
 * Of two readings of the same words the parsed one wins.
 */
export function mergeReadings(parsed: Reading, modelled: Reading): Reading {
  const statements = modelled.statements.reduce<readonly Statement[]>(
    (known, statement) => add(known, statement, parsed.statements),
    parsed.statements,
  );
  return {
    statements: [...statements],
    questions: parsed.questions.length > 0 ? parsed.questions : modelled.questions,
    requests: parsed.requests.length > 0 ? parsed.requests : modelled.requests,
    ...(parsed.gaps ? { gaps: parsed.gaps } : {}),
  };
}

function add(
  known: readonly Statement[],
  statement: Statement,
  parsed: readonly Statement[],
): readonly Statement[] {
  switch (statement.type) {
    case "entry":
      return addEntry(known, statement, parsed);
    case "relationship":
      return known.some(
        (other) => tiesSamePair(other, statement) || isGone(other, [statement.from, statement.to]),
      )
        ? known
        : [...known, statement];
    default:
      // Renaming and removing change what is there already: never where the parser read something else of it.
      return known.some((other) => mentionsIn(other).some((mention) => isSame(mention, statement.subject)))
        ? known
        : [...known, statement];
  }
}

function addEntry(
  known: readonly Statement[],
  statement: EntryStatement,
  parsed: readonly Statement[],
): readonly Statement[] {
  if (known.some((other) => isGone(other, [statement.subject]))) return known;
  const same = known.filter(
    (other) => other.type === "entry" && isSame(other.subject, statement.subject),
  ) as EntryStatement[];
  const first = same[0];
  if (first === undefined) {
    const fields = statement.fields.filter((field) => !isTaken(field, parsed));
    return statement.explicit || fields.length > 0 ? [...known, { ...statement, fields }] : known;
  }
  if (first.kind !== statement.kind) return known;
  const fields = statement.fields.filter(
    (field) =>
      !same.some((other) => other.fields.some((has) => has.field === field.field)) && !isTaken(field, parsed),
  );
  if (fields.length === 0) return known;
  const merged = { ...first, fields: [...first.fields, ...fields] };
  return known.map((other) => (other === first ? merged : other));
}

/** Whether the parser has read these words as a field already: another name for them is another reading. */
function isTaken(field: FieldReading, parsed: readonly Statement[]): boolean {
  return parsed.some(
    (other) =>
      other.type === "entry" && other.fields.some((has) => coversMostOf(has, field) || contains(has, field)),
  );
}

function coversMostOf(has: Span, wanted: Span): boolean {
  const shared = Math.min(has.end, wanted.end) - Math.max(has.start, wanted.start);
  return shared * 2 > wanted.end - wanted.start;
}

const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** A statement that renames or removes one of these, or lets it go into another: they are not to be made anew under either name. */
function isGone(other: Statement, mentions: readonly Mention[]): boolean {
  if (other.type !== "rename" && other.type !== "remove" && other.type !== "merge") return false;
  const newKey = other.type === "rename" ? nameKey(other.name) : undefined;
  return mentions.some((mention) => isSame(other.subject, mention) || nameKey(mention.name) === newKey);
}

function tiesSamePair(other: Statement, { from, to }: Extract<Statement, { type: "relationship" }>): boolean {
  if (other.type !== "relationship") return false;
  return (
    (isSame(other.from, from) && isSame(other.to, to)) || (isSame(other.from, to) && isSame(other.to, from))
  );
}

/** The same entry: by its id where both know it, else by name. "Sarah" and "Sarah Connor" are one where they begin alike. */
function isSame(one: Mention, other: Mention): boolean {
  if (one.entry_id !== undefined && other.entry_id !== undefined) return one.entry_id === other.entry_id;
  const a = nameKey(one.name);
  const b = nameKey(other.name);
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}
