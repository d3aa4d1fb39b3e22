import type { Reading, Statement } from "../src/domain/reading/reading.ts";
import type { EvalCase } from "./eval-cases.ts";

export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

export interface Scored {
  readonly entities: Tally;
  readonly attributes: Tally;
  readonly relationships: Tally;
  readonly edits: Tally;
  readonly questions: Tally;
  readonly requests: Tally;
  readonly fields: Map<string, Tally>;
  /** The message changes something. */
  readonly changes: boolean;
  readonly faults: string[];
}

const FREE = new Set(["notes", "one_line", "name", "heading", "set"]);
/** Values that are told in words: right when most words agree. */
const TEXTS = new Set(
  "motivation want need fear flaw background appearance voice wardrobe summary description secrets wound heading".split(
    " ",
  ),
);
const MIN_WORD_F1 = 0.6;
const INVERSE: Record<string, string> = {
  parent: "child",
  child: "parent",
  employer: "employee",
  employee: "employer",
  mentor: "mentee",
  mentee: "mentor",
  "aunt or uncle": "niece or nephew",
  "niece or nephew": "aunt or uncle",
  protector: "ward",
  ward: "protector",
};

/** Holds a reading against the labels of its message. */
export function score(one: EvalCase, reading: Reading): Scored {
  const faults: string[] = [];
  const fields = new Map<string, Tally>();
  const { entities, attributes } = scoreEntries(one, reading.statements, fields, faults);
  const relationships = compare(
    "relation",
    (one.relations ?? []).map(([from, relation, to]) => relationKey(from, relation, to)),
    reading.statements.flatMap((s) =>
      s.type === "relationship" ? [relationKey(s.from.name, s.relation, s.to.name)] : [],
    ),
    faults,
  );
  const edits = compare(
    "edit",
    [
      ...(one.renames ?? []).map(([from, to]) => `rename ${from} ${to}`),
      ...(one.removes ?? []).map((name) => `remove ${name}`),
    ],
    reading.statements.flatMap((s) =>
      s.type === "rename"
        ? [`rename ${s.subject.name} ${s.name}`]
        : s.type === "remove"
          ? [`remove ${s.subject.name}`]
          : [],
    ),
    faults,
  );
  return {
    entities,
    attributes,
    relationships,
    edits,
    questions:
      one.questions === undefined
        ? empty()
        : compareShapes("question", one.questions, reading.questions, faults),
    requests:
      one.requests === undefined ? empty() : compareShapes("request", one.requests, reading.requests, faults),
    fields,
    changes: reading.statements.some(isChange) || reading.requests.some((r) => r.type !== "help"),
    faults,
  };
}

/** A statement about someone unknown that is not explicit holds for no entry, and changes nothing. */
function isChange(s: Statement): boolean {
  if (s.type === "entry") return s.explicit || s.subject.entry_id !== undefined;
  if (s.type === "relationship")
    return s.explicit || (s.from.entry_id !== undefined && s.to.entry_id !== undefined);
  return true;
}

type EntryStatement = Extract<Statement, { type: "entry" }>;

function scoreEntries(
  one: EvalCase,
  statements: readonly Statement[],
  byField: Map<string, Tally>,
  faults: string[],
) {
  const entities = empty();
  const attributes = empty();
  const read = statements.filter((s): s is EntryStatement => s.type === "entry" && isChange(s));
  const used = new Set<EntryStatement>();
  for (const [kind, name, fields] of one.entries ?? []) {
    const match = read.find(
      (s) => !used.has(s) && s.kind === kind && (name === "*" || key(s.subject.name) === key(name)),
    );
    if (match === undefined) {
      entities.missed += 1;
      attributes.missed += Object.keys(fields).length;
      for (const field of Object.keys(fields)) tallyOf(byField, field).missed += 1;
      faults.push(`missed ${kind} ${name}`);
      continue;
    }
    used.add(match);
    entities.right += 1;
    scoreFields(fields, match, attributes, byField, faults);
  }
  for (const s of read) {
    if (used.has(s)) continue;
    entities.wrong += 1;
    faults.push(
      `invented ${s.kind} ${s.subject.name} ${JSON.stringify(s.fields.map((f) => [f.field, f.value]))}`,
    );
    for (const field of s.fields) if (!FREE.has(field.field)) attributes.wrong += 1;
  }
  return { entities, attributes };
}

function scoreFields(
  want: Record<string, unknown>,
  match: EntryStatement,
  attributes: Tally,
  byField: Map<string, Tally>,
  faults: string[],
): void {
  for (const [field, value] of Object.entries(want)) {
    const got = match.fields.find((f) => f.field === field);
    const tally = tallyOf(byField, field);
    if (got !== undefined && same(field, value, got.value)) {
      attributes.right += 1;
      tally.right += 1;
      continue;
    }
    attributes.missed += 1;
    tally.missed += 1;
    if (got !== undefined) {
      attributes.wrong += 1;
      tally.wrong += 1;
    }
    faults.push(
      `${match.subject.name}.${field}: want ${JSON.stringify(value)}, got ${JSON.stringify(got?.value)}`,
    );
  }
  for (const f of match.fields) {
    if (FREE.has(f.field) || f.field in want) continue;
    attributes.wrong += 1;
    tallyOf(byField, f.field).wrong += 1;
    faults.push(`${match.subject.name}.${f.field}: unlabelled ${JSON.stringify(f.value)}`);
  }
}

function same(field: string, want: unknown, got: unknown): boolean {
  if (typeof want === "number") return want === got;
  if (Array.isArray(want) && Array.isArray(got)) {
    if (TEXTS.has(field)) return same(field, want.join(" "), got.join(" "));
    return (
      want
        .map((x) => key(String(x)))
        .sort()
        .join("|") ===
      got
        .map((x) => key(String(x)))
        .sort()
        .join("|")
    );
  }
  const [a, b] = [key(String(want)), key(String(got))];
  return a === b || (TEXTS.has(field) && wordF1(a, b) >= MIN_WORD_F1);
}

function wordF1(a: string, b: string): number {
  const [left, right] = [a.split(" "), b.split(" ")];
  const shared = left.filter((word) => right.includes(word)).length;
  return (2 * shared) / (left.length + right.length);
}

function relationKey(from: string, relation: string, to: string): string {
  const direct = `${key(from)} ${relation} ${key(to)}`;
  const inverse = `${key(to)} ${INVERSE[relation] ?? relation} ${key(from)}`;
  const loose = ["enemy", "lover", "client"].includes(relation);
  return loose || direct < inverse ? direct : inverse;
}

function compare(what: string, want: readonly string[], got: readonly string[], faults: string[]): Tally {
  const left = got.map((one) => one.toLowerCase());
  const tally = empty();
  for (const one of want) {
    const index = left.indexOf(one.toLowerCase());
    if (index < 0) {
      tally.missed += 1;
      faults.push(`missed ${what} ${one}`);
    } else {
      tally.right += 1;
      left.splice(index, 1);
    }
  }
  for (const one of left) faults.push(`invented ${what} ${one}`);
  tally.wrong = left.length;
  return tally;
}

/** Each labelled shape must be there with at least its labelled values. */
function compareShapes(
  what: string,
  want: readonly Record<string, unknown>[],
  got: readonly object[],
  faults: string[],
): Tally {
  const left = [...got] as Record<string, unknown>[];
  const tally = empty();
  for (const shape of want) {
    const index = left.findIndex((one) =>
      Object.entries(shape).every(([name, value]) => sameShape(name, value, one[name])),
    );
    if (index < 0) {
      tally.missed += 1;
      faults.push(`${what}: want ${JSON.stringify(shape)}, got ${JSON.stringify(got)}`);
    } else {
      tally.right += 1;
      left.splice(index, 1);
    }
  }
  tally.wrong = left.length;
  return tally;
}

function sameShape(name: string, want: unknown, got: unknown): boolean {
  if (name !== "subjects") return want === got;
  const names = (got as { name: string }[]).map((one) => key(one.name)).sort();
  return JSON.stringify(names) === JSON.stringify((want as string[]).map(key).sort());
}

function tallyOf(map: Map<string, Tally>, name: string): Tally {
  const tally = map.get(name) ?? empty();
  map.set(name, tally);
  return tally;
}

export function empty(): Tally {
  return { right: 0, wrong: 0, missed: 0 };
}

export function add(into: Tally, more: Tally): void {
  into.right += more.right;
  into.wrong += more.wrong;
  into.missed += more.missed;
}

function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
