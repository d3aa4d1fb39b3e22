import { deepEqual } from "../../lib/deep-equal.ts";
import type { Change } from "./change.ts";
import { fieldsOf, inOrder } from "./describe.ts";
import type { Entry } from "./entry.ts";
import type { FactValue } from "./fact.ts";
import type { ProjectSchema } from "./project-schema.ts";
import { factText } from "./value-text.ts";

/** What an entry said for a time: from the change that made it so until the next. */
export interface Version {
  /** The entry's own version then. A change that alters no value (a link, a lock) makes none, so numbers may skip. */
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly by_name?: string | undefined;
  readonly change_id: string;
  readonly values: Readonly<Record<string, FactValue>>;
  readonly entry: Entry;
}

/** The versions that the changes of one entry made, in the order of the changes. */
export const versionsOf = (changes: readonly Change[]): readonly Version[] =>
  changes.flatMap(({ id, before, after, by, by_name, at }) =>
    after === null || (before !== null && saysTheSame(before, after))
      ? []
      : [{ version: after.version, at, by, by_name, change_id: id, values: fieldsOf(after), entry: after }],
  );

/** A field in each of several versions, in words; "" where a version has no value. */
export interface VersionRow {
  readonly field: string;
  readonly values: readonly string[];
}

/** The fields in which versions of an entry differ, in the order in which a person reads them, and how many are the same in all. */
export function compareFields(
  versions: readonly Version[],
  own?: ProjectSchema,
): { readonly rows: readonly VersionRow[]; readonly same: number } {
  const kind = versions[0]?.entry.kind;
  if (kind === undefined) return { rows: [], same: 0 };
  const fields = [...new Set(versions.flatMap(({ entry }) => ["name", ...Object.keys(entry.facts)]))];
  const all = ["name", ...inOrder(kind, fields, own).filter((field) => field !== "name")].map((field) => ({
    field,
    values: versions.map(({ entry }) => wordsOf(entry, field)),
  }));
  const rows = all.filter(({ values }) => new Set(values).size > 1);
  return { rows, same: all.length - rows.length };
}

/** What brings an entry back to an earlier version: a new value by field, null for one it did not have. */
export function valuesToRestore(now: Entry, then: Entry): Record<string, FactValue | null> {
  const [present, earlier] = [fieldsOf(now), fieldsOf(then)];
  const fields = [...new Set([...Object.keys(earlier), ...Object.keys(present)])];
  return Object.fromEntries(
    fields
      .filter((field) => !deepEqual(present[field], earlier[field]))
      .map((field) => [field, earlier[field] ?? null]),
  );
}

const saysTheSame = (a: Entry, b: Entry): boolean =>
  a.name === b.name && wordsEqual(a, b) && (a.status === "removed") === (b.status === "removed");

const wordsEqual = (a: Entry, b: Entry): boolean =>
  [...new Set([...Object.keys(a.facts), ...Object.keys(b.facts)])].every(
    (field) => wordsOf(a, field) === wordsOf(b, field),
  );

function wordsOf(entry: Entry, field: string): string {
  if (field === "name") return entry.name;
  const fact = entry.facts[field];
  return fact === undefined ? "" : factText(fact);
}
