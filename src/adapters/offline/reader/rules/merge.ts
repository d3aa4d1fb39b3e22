import type { FieldReading, Statement } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";

type EntryStatement = Extract<Statement, { type: "entry" }>;

/** Said piece by piece in one message, joined: these texts add up instead of replacing one another. */
const ADDING = new Set([
  "background",
  "notes",
  "appearance",
  "wardrobe",
  "voice",
  "motivation",
  "description",
  "want",
  "fear",
  "flaw",
]);

/** One entry statement for each entry: "Create Sarah. She is 28." says all of it at once, with every field's own span. */
export function mergeStatements(statements: readonly Statement[]): Statement[] {
  const merged: Statement[] = [];
  const places = new Map<string, number>();
  for (const statement of statements) {
    if (statement.type !== "entry") {
      if (!isRepeated(merged, statement)) merged.push(statement);
      continue;
    }
    const key = entryKey(statement);
    const place = places.get(key);
    const before = place === undefined ? undefined : merged[place];
    if (place === undefined || before?.type !== "entry" || staysApart(before, statement)) {
      places.set(key, merged.length);
      merged.push({ ...statement, fields: mergeFields([], statement.fields) });
    } else merged[place] = join(before, statement);
  }
  return merged.map((one) => (one.type === "entry" ? tidy(one) : one));
}

/** Of someone who is there already, what corrects says nothing of the rest: "Tom lives in Oslo. Tom is 40 now." */
function staysApart(before: EntryStatement, next: EntryStatement): boolean {
  if (before.explicit || next.explicit || before.corrects === next.corrects) return false;
  if (before.fields.length === 0 || next.fields.length === 0) return false;
  return !next.fields.some((field) => before.fields.some((old) => old.field === field.field));
}

/** An order to make someone corrects nothing; a value that is told takes the place of one that is denied. */
function tidy(one: EntryStatement): EntryStatement {
  const { drops, corrects, ...rest } = one;
  const left = (drops ?? []).filter((drop) => {
    const told = one.fields.find((field) => field.field === drop.field);
    return told === undefined || (Array.isArray(told.value) && drop.value !== undefined);
  });
  return {
    ...rest,
    fields: withoutRange(one.fields),
    ...(left.length > 0 && !one.explicit ? { drops: left } : {}),
    ...(corrects === true && !one.explicit ? { corrects } : {}),
  };
}

/** An exact age says all that "a kid" or "teenage" says. */
function withoutRange(fields: readonly FieldReading[]): FieldReading[] {
  const exact = fields.some((field) => field.field === "age");
  return fields.filter((field) => !(exact && field.field === "age_range"));
}

function entryKey(statement: EntryStatement): string {
  const id = statement.subject.entry_id;
  return id === undefined ? `${statement.kind} ${nameKey(statement.subject.name)}` : `id ${id}`;
}

function join(first: EntryStatement, second: EntryStatement): EntryStatement {
  return {
    ...first,
    explicit: first.explicit || second.explicit,
    fields: mergeFields(first.fields, second.fields),
    drops: [...(first.drops ?? []), ...(second.drops ?? [])],
    ...(first.corrects === true || second.corrects === true ? { corrects: true } : {}),
    span: {
      start: Math.min(first.span.start, second.span.start),
      end: Math.max(first.span.end, second.span.end),
    },
  };
}

function mergeFields(before: readonly FieldReading[], more: readonly FieldReading[]): FieldReading[] {
  const fields = [...before];
  for (const field of more) {
    const index = fields.findIndex((one) => one.field === field.field);
    const old = fields[index];
    if (old === undefined) fields.push(field);
    else fields[index] = mergeField(old, field);
  }
  return fields;
}

function mergeField(old: FieldReading, next: FieldReading): FieldReading {
  const span = { start: Math.min(old.start, next.start), end: Math.max(old.end, next.end) };
  if (Array.isArray(old.value) && Array.isArray(next.value)) {
    return { ...old, ...span, value: [...new Set([...old.value, ...next.value])] };
  }
  if (ADDING.has(next.field) && typeof old.value === "string" && typeof next.value === "string") {
    if (old.value.includes(next.value)) return old;
    return { ...old, ...span, value: `${old.value}; ${next.value}` };
  }
  return next;
}

function isRepeated(merged: readonly Statement[], statement: Statement): boolean {
  if (statement.type !== "relationship") return false;
  return merged.some(
    (one) =>
      one.type === "relationship" &&
      one.relation === statement.relation &&
      one.from.name === statement.from.name &&
      one.to.name === statement.to.name,
  );
}
