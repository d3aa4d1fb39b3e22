import { ellipsis } from "../../lib/ellipsis.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { Entry } from "../bible/entry.ts";
import { joinLists, saysTheSame } from "../bible/field-check.ts";
import { type EntryKind, MAX_NAME_CHARS } from "../bible/kinds.ts";
import type { FieldReading } from "../reading/reading.ts";
import type { RowProblem, RowReading } from "./row-reading.ts";

/** Room for " (999)" behind a heading. */
const HEADING_CHARS = MAX_NAME_CHARS - 8;

/** A row with a name that no other row has. `same`: the scene of the bible that it tells again. */
export interface NamedRow extends RowReading {
  readonly same?: Entry;
}

export interface JoinedRows {
  readonly rows: readonly NamedRow[];
  readonly problems: readonly RowProblem[];
}

/**
 * Rows of one name become one, the first one's values counting. Scenes may share a heading, and are one only when they
 * share a number too; else each gets a name of its own. Rows without a name stay behind with their problems.
 */
export function joinRows(kind: EntryKind, rows: readonly RowReading[], known: readonly Entry[]): JoinedRows {
  const problems = rows.flatMap((row) => row.problems);
  const named = rows.filter((row) => row.name !== "");
  if (kind !== "scene") return joinNames(named, problems, (row) => nameKey(row.name));
  const joined = joinNames(named, problems, numberedKey);
  return { ...joined, rows: nameScenes(joined.rows, known) };
}

function numberedKey(row: RowReading): string {
  const number = row.fields.find(({ field }) => field === "number")?.value;
  return number === undefined ? `row ${row.row}` : `${nameKey(row.name)} ${nameKey(String(number))}`;
}

function joinNames(
  rows: readonly RowReading[],
  told: readonly RowProblem[],
  keyOf: (row: RowReading) => string,
): JoinedRows {
  const byName = new Map<string, RowReading>();
  const problems = [...told];
  for (const row of rows) {
    const key = keyOf(row);
    const first = byName.get(key);
    if (first === undefined) byName.set(key, row);
    else {
      problems.push({ type: "repeated", row: row.row, name: first.name, first: first.row });
      byName.set(key, { ...first, fields: joinFields(first, row, problems) });
    }
  }
  return { rows: [...byName.values()], problems };
}

function joinFields(first: RowReading, row: RowReading, problems: RowProblem[]): readonly FieldReading[] {
  const joined = new Map(first.fields.map((field) => [field.field, field]));
  for (const said of row.fields) {
    const kept = joined.get(said.field);
    if (kept === undefined) joined.set(said.field, said);
    else if (Array.isArray(kept.value) && Array.isArray(said.value))
      joined.set(said.field, { ...kept, value: joinLists(kept.value, said.value) });
    else if (!saysTheSame(kept.value, said.value)) {
      const { name, row: number } = first;
      const { field, value } = said;
      problems.push({
        type: "differs",
        row: row.row,
        name,
        first: number,
        field,
        said: value,
        kept: kept.value,
      });
    }
  }
  return [...joined.values()];
}

/** The same heading with the same number, or the same summary, is the same scene; else it is another one. */
function nameScenes(rows: readonly RowReading[], known: readonly Entry[]): NamedRow[] {
  const scenes = known.filter((entry) => entry.kind === "scene" && entry.status !== "removed");
  const byHeading = Map.groupBy(scenes, (scene) => nameKey(String(scene.facts.heading?.value ?? scene.name)));
  const taken = new Set(scenes.map((scene) => nameKey(scene.name)));
  const told = new Set<string>();
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const heading = ellipsis(row.name, HEADING_CHARS);
    const same = byHeading
      .get(nameKey(heading))
      ?.find((scene) => !told.has(scene.id) && isSameScene(scene, row.fields));
    if (same !== undefined) {
      told.add(same.id);
      return { ...row, same };
    }
    for (let count = (counts.get(heading) ?? 0) + 1; ; count += 1) {
      const name = count === 1 ? heading : `${heading} (${count})`;
      if (taken.has(nameKey(name))) continue;
      counts.set(heading, count);
      taken.add(nameKey(name));
      return { ...row, name };
    }
  });
}

function isSameScene(scene: Entry, fields: readonly FieldReading[]): boolean {
  const agree = (field: string): boolean | undefined => {
    const said = fields.find((each) => each.field === field)?.value;
    const known = scene.facts[field]?.value;
    return said === undefined || known === undefined ? undefined : saysTheSame(String(said), String(known));
  };
  return agree("number") ?? agree("summary") ?? true;
}
