import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";

type Entry = Extract<Statement, { type: "entry" }>;

const MAX_BETWEEN = 3;

/**
 * A fact that two people got from the same words is told of the one named right before it: in "Old Ferenc, 90, lives with
 * his granddaughter Zsuzsa, 22" Ferenc is not 22. Those named in one breath ("Sarah and Tom are 25") share it.
 */
export function factsOnce(text: string, statements: readonly Statement[]): Statement[] {
  const people = statements.filter(isPerson);
  if (people.length < 2) return [...statements];
  return statements.flatMap((one): Statement[] => {
    if (!isPerson(one)) return [one];
    const fields = one.fields.filter((field) => !people.some((other) => isNearer(text, other, one, field)));
    return fields.length > 0 || one.explicit || one.drops !== undefined || one.fields.length === fields.length
      ? [{ ...one, fields }]
      : [];
  });
}

const isPerson = (one: Statement): one is Entry =>
  one.type === "entry" && one.kind === "character" && one.subject.group === undefined;

function isNearer(text: string, other: Entry, one: Entry, field: FieldReading): boolean {
  if (other.subject.name === one.subject.name || !other.explicit) return false;
  const [far, near] = [one.subject, other.subject];
  if (!(far.end <= near.start && near.end <= field.start)) return false;
  const between = text.slice(far.end, near.start).trim().split(/\s+/);
  if (between.length < MAX_BETWEEN) return false;
  return other.fields.some((each) => each.field === field.field && each.start === field.start);
}
