import { nameKey } from "../../lib/name-keys.ts";
import type { Entry } from "../bible/entry.ts";
import type { FactValue } from "../bible/fact.ts";
import { joinLists, saysTheSame } from "../bible/field-check.ts";
import type { EntryKind } from "../bible/kinds.ts";
import { linkTarget } from "../bible/links.ts";
import { createNameIndex, type NameIndex } from "../bible/name-index.ts";
import type { FieldReading } from "../reading/reading.ts";
import { joinRows, type NamedRow } from "./join-rows.ts";
import type { RowProblem, RowReading } from "./row-reading.ts";

/** What a field of an entry that is there already becomes. */
export interface FieldUpdate {
  readonly field: string;
  readonly before?: FactValue;
  readonly after: FactValue;
}

/** One entry that the import makes or changes. `entry` is the one that has the name already. */
export interface ImportItem {
  readonly kind: EntryKind;
  readonly row: NamedRow;
  readonly entry?: Entry;
  /** The fields to write. */
  readonly fields: readonly FieldReading[];
  readonly updates: readonly FieldUpdate[];
}

export interface Matched {
  /** What there is to write, in the order of the rows. */
  readonly items: readonly ImportItem[];
  /** How many rows say only what the bible knows. */
  readonly same: number;
  /** How many say nothing but what contradicts it. */
  readonly held: number;
  readonly problems: readonly RowProblem[];
}

/**
 * Holds rows against the bible: who is there by name or alias is updated, who is not is new. A value that contradicts
 * what a person confirmed is told and left out, unless `over` says that the rows are right. `known` as `loadKnown`
 * answers it for the rows.
 */
export function matchRows(
  kind: EntryKind,
  rows: readonly RowReading[],
  known: readonly Entry[],
  over: boolean,
): Matched {
  const index = createNameIndex(known);
  const joined = joinRows(kind, rows, known);
  const items: ImportItem[] = [];
  const problems: RowProblem[] = [...joined.problems];
  let [same, held] = [0, 0];
  for (const row of joined.rows) {
    const entry = row.same ?? entryOf(index, row.name, kind);
    if (entry === undefined) {
      problems.push(...nearMiss(index, row, kind));
      items.push({ kind, row, fields: row.fields, updates: [] });
    } else if (entry.status === "locked") {
      problems.push({ type: "locked", row: row.row, name: entry.name });
    } else {
      const update = compare(index, entry, row, over);
      problems.push(...update.problems);
      if (update.updates.length === 0 && update.problems.length > 0) held += 1;
      else if (update.updates.length === 0) same += 1;
      else items.push({ kind, row, entry, ...update });
    }
  }
  return { items, same, held, problems: problems.sort((a, b) => a.row - b.row) };
}

/** By the whole name or an alias; a part of a name means nobody for sure. */
function entryOf(index: NameIndex, name: string, kind: EntryKind): Entry | undefined {
  if (kind === "scene") return undefined;
  const found = index.find(name, kind);
  if (found.type !== "one") return index.named(name, kind);
  return isCalled(found.entry, name) ? found.entry : undefined;
}

function isCalled(entry: Entry, name: string): boolean {
  const aliases = entry.facts.aliases?.value;
  const names = [entry.name, ...(Array.isArray(aliases) ? aliases : [])];
  return names.some((each) => bareKey(each) === bareKey(name));
}

const bareKey = (name: string): string => nameKey(name).replace(/^(?:the|an?) /, "");

function nearMiss(index: NameIndex, row: NamedRow, kind: EntryKind): RowProblem[] {
  const found = kind === "scene" ? undefined : index.find(row.name, kind);
  return found?.type === "one"
    ? [{ type: "near", row: row.row, name: row.name, other: found.entry.name }]
    : [];
}

function compare(index: NameIndex, entry: Entry, row: NamedRow, over: boolean) {
  const fields: FieldReading[] = [];
  const updates: FieldUpdate[] = [];
  const problems: RowProblem[] = [];
  for (const said of row.fields) {
    const old = entry.facts[said.field];
    const after = valueAfter(index, entry, said);
    if (old !== undefined && saysTheSame(old.value, after)) continue;
    const before = old === undefined ? {} : { before: old.value };
    if (old?.status === "confirmed" && !Array.isArray(old.value)) {
      problems.push({
        type: "contradicts",
        row: row.row,
        name: entry.name,
        field: said.field,
        said: said.value,
        kept: old.value,
      });
      if (!over) continue;
    }
    fields.push(said);
    updates.push({ field: said.field, ...before, after });
  }
  return { fields, updates, problems };
}

/** Names as the bible writes them; a list joins the one there is. */
function valueAfter(index: NameIndex, entry: Entry, { field, value }: FieldReading): FactValue {
  const target = linkTarget(entry.kind, field);
  const named = (name: string) => {
    const found = target === undefined ? undefined : index.find(name, target);
    return found?.type === "one" ? found.entry.name : name;
  };
  const said = Array.isArray(value) ? value.map(named) : typeof value === "string" ? named(value) : value;
  const old = entry.facts[field]?.value;
  return Array.isArray(said) && Array.isArray(old) ? joinLists(old, said) : said;
}
