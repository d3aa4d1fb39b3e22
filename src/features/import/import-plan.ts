import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { type Counts, countOf, type EntryKind } from "../../domain/bible/kinds.ts";
import { linkTarget } from "../../domain/bible/links.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import { createNameIndex } from "../../domain/bible/name-index.ts";
import { namedIn, planTables, type TablePlan } from "../../domain/import/plan-import.ts";
import { readTable, type TableReading } from "../../domain/import/read-table.ts";
import { MAX_IMPORT_ROWS } from "../../domain/import/table.ts";
import { schemaOf } from "../../domain/project.ts";
import { checkGate } from "../../domain/workflow/gate.ts";
import type { Refusal } from "../../domain/workflow/refusal.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { ImportSource } from "./import-source.ts";
import type { ImportParts, ImportWishes } from "./parts.ts";

/** What an import would do. Nothing of it is written. */
export interface ImportPlan {
  readonly tables: readonly TablePlan[];
  /** Rows that say who is what to whom; those are told in sentences. */
  readonly ties: number;
  /** Rows past the limit. */
  readonly more: number;
  /** Lines that read like no entry. */
  readonly unread: readonly string[];
  /** Kinds that the workflow does not let in yet, with the reason. */
  readonly gates: ReadonlyMap<EntryKind, Refusal>;
  /** Names in casts and the like that no character has. */
  readonly strangers: readonly string[];
  /** Such names that several have, with the first of them. */
  readonly unclear: ReadonlyMap<string, readonly string[]>;
}

/** Reads the rows and holds them against the bible, in one or two reads whatever their number. */
export async function planImport(
  parts: Pick<ImportParts, "bible">,
  turn: Turn,
  source: ImportSource,
  wishes: ImportWishes,
): Promise<ImportPlan> {
  const schema = schemaOf(turn.project);
  const alone = source.tables.length === 1;
  const read = source.tables.flatMap(
    (table) => readTable(table, { schema, kind: alone ? wishes.kind : undefined, keep: wishes.keep }) ?? [],
  );
  const ties = read.filter(({ kind }) => kind === "relationship");
  const readings = withinLimit(read.filter(({ kind }) => kind !== "relationship"));
  const known = await loadKnown(parts.bible, turn.project.id, namedIn(readings));
  const tables = planTables(readings, known, { over: wishes.over, schema });
  return {
    tables,
    ties: ties.reduce((sum, { rows }) => sum + rows.length, 0),
    more: readings.reduce((sum, { more }) => sum + more, 0),
    unread: readings.flatMap(({ unread }) => unread),
    gates: gatesOf(turn, tables),
    ...castOf(tables, known),
  };
}

/** The limit holds for all tables together. */
function withinLimit(tables: readonly TableReading[]): TableReading[] {
  let room = MAX_IMPORT_ROWS;
  return tables.map((table) => {
    const rows = table.rows.slice(0, room);
    room -= rows.length;
    return { ...table, rows, more: table.more + table.rows.length - rows.length };
  });
}

/** As if all that may come in were there: characters of the same import count for its scenes. */
function gatesOf(turn: Turn, tables: readonly TablePlan[]): ImportPlan["gates"] {
  const made = tables.flatMap(({ items }) => items.filter(({ entry }) => entry === undefined));
  const counts: Record<EntryKind, number> = { ...turn.counts };
  for (const { kind } of made) counts[kind] = countOf(counts, kind) + 1;
  const gates = new Map<EntryKind, Refusal>();
  for (const kind of new Set(made.map((item) => item.kind))) {
    const gate = checkGate({ ...turn, counts: counts as Counts }, kind);
    if (!gate.ok) gates.set(kind, gate);
  }
  return gates;
}

/** Who the rows name beside themselves and cannot be tied to: nobody has the name, or several have. */
function castOf(
  tables: readonly TablePlan[],
  known: readonly Entry[],
): Pick<ImportPlan, "strangers" | "unclear"> {
  const index = createNameIndex(known);
  const coming = new Set(
    tables.flatMap(({ items }) =>
      items.filter(({ kind }) => kind === "character").map(({ row }) => nameKey(row.name)),
    ),
  );
  const strangers: string[] = [];
  const unclear = new Map<string, readonly string[]>();
  for (const name of namesBeside(tables)) {
    const found = index.find(name, "character");
    if (coming.has(nameKey(name)) || found.type === "one") continue;
    if (found.type === "none") strangers.push(name);
    else unclear.set(name, namesOf(found.entries));
  }
  return { strangers, unclear };
}

/** Each name once, as it is written first. */
function namesBeside(tables: readonly TablePlan[]): Iterable<string> {
  const names = tables.flatMap(({ items }) =>
    items.flatMap(({ kind, fields }) =>
      fields.flatMap(({ field, value }) =>
        linkTarget(kind, field) === "character" ? (Array.isArray(value) ? value : [String(value)]) : [],
      ),
    ),
  );
  return Map.groupBy(names, nameKey)
    .values()
    .flatMap((same) => same.slice(0, 1));
}

const namesOf = (entries: readonly Entry[]): string[] => entries.map((entry) => entry.name);
