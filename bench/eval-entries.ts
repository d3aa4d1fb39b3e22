import type { FactValue } from "../src/domain/bible/fact.ts";
import type { FieldReading, Statement } from "../src/domain/reading/reading.ts";
import type { KnownEntry } from "../src/ports/model.ts";
import type { EvalCase } from "./eval-cases.ts";
import { arguable, choices, key, looseKey, same } from "./eval-match.ts";
import { add, empty, type Tally, tallyOf } from "./eval-tally.ts";

export type EntryStatement = Extract<Statement, { type: "entry" }>;

/** What is gathered while a message is scored. */
export interface Marks {
  readonly fields: Map<string, Tally>;
  readonly faults: string[];
}

const FREE = new Set(["notes", "one_line", "name", "heading", "set"]);

/**
 * A statement about someone unknown that is not explicit holds for no entry, and changes nothing; nor does taking back
 * what nobody gave ("Sarah is not a cop"), or a tie that was none.
 */
export function isChange(s: Statement, known: readonly KnownEntry[] = []): boolean {
  if (s.type === "entry" && !s.explicit && s.fields.length === 0 && s.drops !== undefined)
    return s.drops.some((drop) => drop.value === undefined || isDown(s, drop.field, drop.value, known));
  if (s.type === "relationship" && s.ends === true) return false;
  if (s.type === "entry") return s.explicit || s.subject.entry_id !== undefined || isOfGroup(s);
  if (s.type === "relationship")
    return s.explicit || (s.from.entry_id !== undefined && s.to.entry_id !== undefined);
  return true;
}

const isDown = (s: EntryStatement, field: string, value: FactValue, known: readonly KnownEntry[]): boolean =>
  field === "occupation" &&
  known.some((entry) => entry.entry_id === s.subject.entry_id && entry.occupation === value);

const isOfGroup = (s: EntryStatement): boolean => s.subject.group !== undefined;

/** Entries and what is said of each; what is said of groups is left to `scoreGroups`. */
export function scoreEntries(one: EvalCase, statements: readonly EntryStatement[], marks: Marks) {
  const entities = empty();
  const attributes = empty();
  const read = together(statements.filter((s) => isChange(s) && !isOfGroup(s) && saysMoreThanDrops(s)));
  const used = new Set<EntryStatement>();
  for (const [label, name, fields] of one.entries ?? []) {
    const { name: kind, free } = arguable(label);
    const match = read.find((s) => !used.has(s) && s.kind === kind && isNamed(s.subject.name, name));
    if (match !== undefined) {
      used.add(match);
      if (!free) entities.right += 1;
      add(attributes, scoreFields(fields, match, marks));
      continue;
    }
    if (free) continue;
    entities.missed += 1;
    add(attributes, missAll(fields, marks));
    marks.faults.push(`missed ${kind} ${choices(name).join(" or ")}`);
  }
  for (const s of read) {
    if (used.has(s)) continue;
    entities.wrong += 1;
    const said = s.fields.map((each) => [each.field, each.value]);
    marks.faults.push(`invented ${s.kind} ${s.subject.name} ${JSON.stringify(said)}`);
    attributes.wrong += s.fields.filter((each) => !FREE.has(each.field)).length;
  }
  return { entities, attributes };
}

/** What is said of everybody, of a group, of a trade or of those in a scene. */
export function scoreGroups(one: EvalCase, statements: readonly EntryStatement[], marks: Marks) {
  const groups = empty();
  const attributes = empty();
  const left = statements.filter(isOfGroup);
  for (const [by, value, fields] of one.groups ?? []) {
    const index = left.findIndex(
      ({ subject: { group } }) =>
        group?.by === by && (by === "all" || looseKey(group.value) === looseKey(value)),
    );
    const [match] = index < 0 ? [] : left.splice(index, 1);
    if (match === undefined) {
      groups.missed += 1;
      add(attributes, missAll(fields, marks));
      marks.faults.push(`missed group ${by} ${value}`);
    } else {
      groups.right += 1;
      add(attributes, scoreFields(fields, match, marks));
    }
  }
  groups.wrong = left.length;
  for (const { subject } of left) marks.faults.push(`invented group ${JSON.stringify(subject.group)}`);
  return { groups, attributes };
}

const saysMoreThanDrops = (s: EntryStatement): boolean =>
  s.explicit || s.fields.length > 0 || (s.drops ?? []).length === 0;

/** What is said of one entry in several statements counts as said at once. */
function together(statements: readonly EntryStatement[]): EntryStatement[] {
  const entries = Map.groupBy(statements, (s) => s.subject.entry_id ?? `${s.kind} ${key(s.subject.name)}`);
  return [...entries.values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, fields: [first, ...more].flatMap((s) => s.fields) }],
  );
}

const isNamed = (got: string, want: Parameters<typeof choices<string>>[0]): boolean =>
  choices(want).some((name) => name === "*" || key(got) === key(name));

function scoreFields(want: Record<string, unknown>, match: EntryStatement, marks: Marks): Tally {
  const sum = empty();
  const labelled = new Set<string>();
  for (const [label, value] of Object.entries(want)) {
    const { name: field, free } = arguable(label);
    labelled.add(field);
    const got = match.fields.find((each) => each.field === field);
    const one = scoreField({ field, value, free }, got);
    add(sum, one);
    add(tallyOf(marks.fields, field), one);
    if (one.wrong + one.missed > 0)
      marks.faults.push(
        `${match.subject.name}.${field}: want ${JSON.stringify(value)}, got ${JSON.stringify(got?.value)}`,
      );
  }
  for (const got of match.fields) {
    if (FREE.has(got.field) || labelled.has(got.field)) continue;
    sum.wrong += 1;
    tallyOf(marks.fields, got.field).wrong += 1;
    marks.faults.push(`${match.subject.name}.${got.field}: unlabelled ${JSON.stringify(got.value)}`);
  }
  return sum;
}

function scoreField(
  { field, value, free }: { field: string; value: unknown; free: boolean },
  got: FieldReading | undefined,
): Tally {
  const isRight = got !== undefined && same(field, value, got.value);
  if (free) return { ...empty(), wrong: got === undefined || isRight ? 0 : 1 };
  return {
    right: isRight ? 1 : 0,
    wrong: got === undefined || isRight ? 0 : 1,
    missed: isRight ? 0 : 1,
  };
}

function missAll(fields: Record<string, unknown>, marks: Marks): Tally {
  const wanted = Object.keys(fields)
    .map(arguable)
    .filter(({ free }) => !free);
  for (const { name } of wanted) tallyOf(marks.fields, name).missed += 1;
  return { ...empty(), missed: wanted.length };
}
