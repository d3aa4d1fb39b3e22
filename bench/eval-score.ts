import type { Reading } from "../src/domain/reading/reading.ts";
import { type EvalCase, requestOf } from "./eval-cases.ts";
import { scoreCorrects, scoreDrops, scoreGaps, scoreMerges } from "./eval-changes.ts";
import { type EntryStatement, isChange, type Marks, scoreEntries, scoreGroups } from "./eval-entries.ts";
import { key } from "./eval-match.ts";
import { empty, type Tally, total } from "./eval-tally.ts";
import { scoreTies } from "./eval-ties.ts";

/** In the order in which they are printed. */
export const MEASURES = [
  "entities",
  "attributes",
  "relationships",
  "renames",
  "removes",
  "corrections",
  "drops",
  "merges",
  "groups",
  "secret, since, ended",
  "gaps",
  "questions",
  "requests",
] as const;
export type Measure = (typeof MEASURES)[number];

export interface Scored {
  readonly measures: Readonly<Record<Measure, Tally>>;
  readonly fields: ReadonlyMap<string, Tally>;
  /** The message changes something. */
  readonly changes: boolean;
  readonly faults: readonly string[];
}

/** Holds a reading against the labels of its message. */
export function score(one: EvalCase, reading: Reading): Scored {
  const marks: Marks = { fields: new Map(), faults: [] };
  const { faults } = marks;
  const { statements } = reading;
  const said = statements.filter((s) => s.type === "entry");
  const entries = scoreEntries(one, together(said), marks);
  const grouped = scoreGroups(one, said, marks);
  const ties = scoreTies(one, statements, faults);
  return {
    measures: {
      entities: entries.entities,
      attributes: total([entries.attributes, grouped.attributes]),
      groups: grouped.groups,
      relationships: ties.relationships,
      "secret, since, ended": ties.qualifiers,
      renames: compare("rename", one.renames?.map(pair), statements.flatMap(renamed), faults),
      removes: compare("remove", one.removes, statements.flatMap(removed), faults),
      corrections: scoreCorrects(one, said, faults),
      drops: scoreDrops(one, said, faults),
      merges: scoreMerges(one, statements, faults),
      gaps: scoreGaps(one, reading.gaps ?? [], faults),
      questions: compareShapes("question", one.questions, reading.questions, faults),
      requests: compareShapes("request", one.requests, reading.requests, faults),
    },
    fields: marks.fields,
    changes:
      statements.some((s) => isChange(s, requestOf(one).known)) ||
      reading.requests.some((request) => request.type !== "help"),
    faults,
  };
}

/** All that is said of one entry, whether it corrects or adds. */
function together(statements: readonly EntryStatement[]): EntryStatement[] {
  const groups = Map.groupBy(
    statements,
    ({ kind, subject }) => `${kind} ${subject.entry_id ?? key(subject.name)}`,
  );
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : {
          ...first,
          explicit: [first, ...rest].some((each) => each.explicit),
          fields: [first, ...rest].flatMap((each) => each.fields),
        },
  );
}

type Said = Reading["statements"][number];

const pair = ([from, to]: readonly [string, string]): string => `${from} ${to}`;
const renamed = (s: Said): string[] => (s.type === "rename" ? [pair([s.subject.name, s.name])] : []);
const removed = (s: Said): string[] => (s.type === "remove" ? [s.subject.name] : []);

function compare(
  what: string,
  want: readonly string[] = [],
  got: readonly string[],
  faults: string[],
): Tally {
  const left = got.map(key);
  const tally = empty();
  for (const one of want) {
    const index = left.indexOf(key(one));
    if (index >= 0) left.splice(index, 1);
    tally[index < 0 ? "missed" : "right"] += 1;
    if (index < 0) faults.push(`missed ${what} ${one}`);
  }
  for (const one of left) faults.push(`invented ${what} ${one}`);
  tally.wrong = left.length;
  return tally;
}

/** Each labelled shape must be there with at least its labelled values. Without labels nothing is held against it. */
function compareShapes(
  what: string,
  want: readonly Record<string, unknown>[] | undefined,
  got: readonly object[],
  faults: string[],
): Tally {
  const tally = empty();
  if (want === undefined) return tally;
  const left = [...got] as Record<string, unknown>[];
  for (const shape of want) {
    const index = left.findIndex((one) =>
      Object.entries(shape).every(([name, value]) => sameShape(name, value, one[name])),
    );
    if (index >= 0) left.splice(index, 1);
    tally[index < 0 ? "missed" : "right"] += 1;
    if (index < 0) faults.push(`${what}: want ${JSON.stringify(shape)}, got ${JSON.stringify(got)}`);
  }
  tally.wrong = left.length;
  return tally;
}

function sameShape(name: string, want: unknown, got: unknown): boolean {
  if (name !== "subjects") return want === got;
  const names = (got as { name: string }[]).map((one) => key(one.name)).sort();
  return JSON.stringify(names) === JSON.stringify((want as string[]).map(key).sort());
}
