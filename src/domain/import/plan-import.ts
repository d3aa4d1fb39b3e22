import { ellipsis } from "../../lib/ellipsis.ts";
import { fieldLabel } from "../bible/describe.ts";
import type { Entry } from "../bible/entry.ts";
import { fieldsMissing, type ProjectSchema } from "../bible/project-schema.ts";
import { valueText } from "../bible/value-text.ts";
import type { ProposedItem } from "../points/point.ts";
import type { FieldReading, Statement } from "../reading/reading.ts";
import { type ImportItem, type Matched, matchRows } from "./match-rows.ts";
import type { TableReading } from "./read-table.ts";
import type { RowProblem } from "./row-reading.ts";

const QUOTE_CHARS = 200;
const SUMMARY_CHARS = 160;

type EntryStatement = Statement & { readonly type: "entry" };

/** Rows of one kind, and what they would write. */
export interface TablePlan extends Matched {
  readonly table: TableReading;
}

/** What the rows name, to be looked up before they are matched. */
export const namedIn = (tables: readonly TableReading[]): EntryStatement[] =>
  tables.flatMap(({ kind, rows }) =>
    rows
      .filter((row) => row.name !== "")
      .map((row) =>
        statementOf({ kind, row, fields: row.fields, updates: [] }, { proves: true, over: false }),
      ),
  );

/** Holds the tables against the entries that `namedIn` found, and new rows against what the project requires. */
export const planTables = (
  tables: readonly TableReading[],
  known: readonly Entry[],
  { over, schema }: { readonly over: boolean; readonly schema: ProjectSchema },
): readonly TablePlan[] =>
  tables.map((table) => {
    const matched = matchRows(table.kind, table.rows, known, over);
    const missing = matched.items.flatMap((item) => missingIn(item, schema));
    return {
      table,
      ...matched,
      problems: [...matched.problems, ...missing].toSorted((a, b) => a.row - b.row),
    };
  });

function missingIn({ kind, row, entry, fields }: ImportItem, schema: ProjectSchema): RowProblem[] {
  const told = Object.fromEntries(fields.map(({ field, value }) => [field, { value }]));
  const missing = entry === undefined ? fieldsMissing({ kind, facts: told }, schema) : [];
  return missing.map((field) => ({ type: "missing", row: row.row, name: row.name, field }));
}

export interface Proof {
  /** What the rows stand in. */
  readonly text: string;
  /** Whether that is the message, so that its places prove the facts; a file's are no places in it. */
  readonly proves: boolean;
  readonly over: boolean;
}

/** An item of the plan as a proposal holds it: all that its row says, in one statement. */
export function proposedItem(item: ImportItem, proof: Proof): Pick<ProposedItem, "statement" | "line"> {
  const { kind, row, entry, fields } = item;
  const told = fields.map(({ field, value }) => `${fieldLabel(field).toLowerCase()} ${valueText(value)}`);
  const quote = ellipsis(proof.text.slice(row.start, row.end), QUOTE_CHARS);
  return {
    statement: statementOf(item, proof),
    line: {
      action: entry ? "updated" : "created",
      kind,
      name: entry?.name ?? row.name,
      ...(told.length > 0 ? { after: ellipsis(told.join(" · "), SUMMARY_CHARS) } : {}),
      ...(quote === "" ? {} : { quote }),
    },
  };
}

function statementOf(
  { kind, row, entry, fields }: ImportItem,
  { proves, over }: Pick<Proof, "proves" | "over">,
): EntryStatement {
  const span = proves ? { start: row.start, end: row.end } : { start: 0, end: 0 };
  return {
    type: "entry",
    kind,
    subject: { name: row.name, ...span, ...(entry ? { entry_id: entry.id } : {}) },
    explicit: true,
    fields: fields.map((field): FieldReading => (proves ? field : { ...field, ...span })),
    ...(over ? { corrects: true } : {}),
    span,
  };
}
