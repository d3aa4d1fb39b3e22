import type { DraftBlock } from "../../chat/reply.ts";
import { fieldLabel, inOrder, pluralOf } from "../../domain/bible/describe.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import type { ImportItem } from "../../domain/import/match-rows.ts";
import type { TablePlan } from "../../domain/import/plan-import.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import type { ImportPlan } from "./import-plan.ts";
import { problemText } from "./problem-text.ts";

const SHOWN = 10;
/** Row, what it makes and the name take three of a table's twelve columns. */
const MAX_FIELDS = 9;
const CELL_CHARS = 80;
const SHOWN_NAMES = 6;
const LINE_CHARS = 60;

export interface PreviewWords {
  readonly schema: ProjectSchema;
  readonly over: boolean;
  readonly keep: boolean;
}

/** What would come in: the first rows as a table, what changes in what is there, and what could not be taken as it is. */
export const planBlocks = (plan: ImportPlan, words: PreviewWords): DraftBlock[] => [
  ...plan.tables.flatMap((table) => tableBlock(table, plan, words.schema)),
  ...list(
    "What changes",
    plan.tables.flatMap(({ items }) => items.flatMap((item) => changesOf(item, words.schema))),
  ),
  ...list("Please look at these", problemsOf(plan, words)),
  ...leftColumns(plan, words),
  ...strangers(plan),
];

function tableBlock({ table, items }: TablePlan, plan: ImportPlan, schema: ProjectSchema): DraftBlock[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, SHOWN);
  const told = new Set(shown.flatMap(({ row }) => row.fields.map(({ field }) => field)));
  const named = table.kind === "scene" ? ["heading", "int_ext", "set", "time_of_day"] : [];
  const fields = inOrder(
    table.kind,
    [...told].filter((field) => !named.includes(field)),
    schema,
  );
  const columns = fields.slice(0, MAX_FIELDS);
  const notes = [
    ...(items.length > SHOWN ? [`and ${items.length - SHOWN} more`] : []),
    ...(fields.length > MAX_FIELDS
      ? [`not shown: ${labels(fields.slice(MAX_FIELDS), table.kind, schema)}`]
      : []),
  ];
  const several = plan.tables.length > 1;
  return [
    {
      type: "table",
      ...(several ? { title: capital(pluralOf(table.kind, schema)) } : {}),
      columns: [
        "Row",
        "Change",
        table.kind === "scene" ? "Heading" : "Name",
        ...columns.map((field) => fieldLabel(field, table.kind, schema)),
      ],
      rows: shown.map((item) => [
        String(item.row.row),
        item.entry === undefined ? "new" : "update",
        item.entry?.name ?? item.row.name,
        ...columns.map((field) => cellOf(item, field)),
      ]),
      ...(notes.length > 0 ? { note: notes.join("; ") } : {}),
    },
  ];
}

function cellOf({ row }: ImportItem, field: string): string {
  const value = row.fields.find((each) => each.field === field)?.value;
  return value === undefined ? "" : ellipsis(valueText(value), CELL_CHARS);
}

const labels = (fields: readonly string[], kind: TablePlan["table"]["kind"], schema: ProjectSchema): string =>
  wordList(fields.map((field) => fieldLabel(field, kind, schema).toLowerCase()));

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "Sarah: age 28 → 31 · occupation chef". */
function changesOf({ kind, entry, updates }: ImportItem, schema: ProjectSchema): string[] {
  if (entry === undefined) return [];
  const told = updates.map(({ field, before, after }) => {
    const label = fieldLabel(field, kind, schema).toLowerCase();
    const now = ellipsis(valueText(after), CELL_CHARS);
    return before === undefined
      ? `${label} ${now}`
      : `${label} ${ellipsis(valueText(before), CELL_CHARS)} → ${now}`;
  });
  return [`${entry.name}: ${told.join(" · ")}`];
}

function problemsOf(plan: ImportPlan, { schema, over }: PreviewWords): string[] {
  const several = plan.tables.length > 1;
  return plan.tables.flatMap(({ table, problems }) => {
    const rowLabel = (row: number) =>
      several ? `${capital(pluralOf(table.kind, schema))}, row ${row}` : `Row ${row}`;
    return problems.map((problem) => problemText(problem, { kind: table.kind, schema, over, rowLabel }));
  });
}

function list(title: string, items: readonly string[]): DraftBlock[] {
  if (items.length === 0) return [];
  const rest = items.length - SHOWN;
  return [
    { type: "list", title, items: [...items.slice(0, SHOWN), ...(rest > 0 ? [`… and ${rest} more`] : [])] },
  ];
}

/** Columns that go nowhere, each sort with its reason. */
function leftColumns(plan: ImportPlan, { keep }: PreviewWords): DraftBlock[] {
  const left = (why: string) =>
    plan.tables.flatMap(({ table }) =>
      table.columns
        .filter((column) => column.left === why)
        .map(({ header }) => `“${ellipsis(header || "…", 40)}”`),
    );
  const tell = (columns: readonly string[], one: string, many: string) =>
    columns.length === 0
      ? []
      : [
          `The column${columns.length === 1 ? "" : "s"} ${wordList(columns, SHOWN_NAMES)} ${columns.length === 1 ? one : many}.`,
        ];
  const ties = "Say who is what to whom in sentences, like “Sarah is John’s sister”.";
  const tied = tell(left("relationship"), "stays out", "stay out");
  const told = [
    ...(keep
      ? tell(left("unknown"), "goes into the notes", "go into the notes")
      : tell(left("unknown"), "matches no field and stays out", "match no field and stay out")),
    ...tell(
      left("repeated"),
      "is there twice; the first one counts",
      "are there twice; the first ones count",
    ),
    ...(tied.length > 0 || plan.ties > 0 ? [...tied, ties] : []),
    ...unreadLines(plan.unread),
    ...(plan.more > 0 ? [`I read the first 1,000 rows; ${plan.more} more wait for another import.`] : []),
  ];
  return told.length === 0 ? [] : [{ type: "text", text: told.join(" ") }];
}

function unreadLines(lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const named = wordList(lines.slice(0, SHOWN_NAMES).map((line) => `“${ellipsis(line, LINE_CHARS)}”`));
  const [read, stay] = lines.length === 1 ? ["reads", "stays"] : ["read", "stay"];
  return lines.length <= SHOWN_NAMES
    ? [`${named} ${read} like no entry and ${stay} out.`]
    : [`${lines.length} lines read like no entry and stay out: the first are ${named}.`];
}

function strangers({ strangers: names, unclear }: ImportPlan): DraftBlock[] {
  const [verb, them] =
    names.length === 1
      ? ["is no character yet and stays a plain name", "it"]
      : ["are no characters yet and stay plain names", "them"];
  const strange =
    names.length === 0 ? [] : [`${wordList(names, SHOWN_NAMES)} ${verb} until somebody adds ${them}.`];
  const several = [...unclear]
    .slice(0, SHOWN_NAMES)
    .map(
      ([name, others]) => `${name} may be ${wordList(others, 3, "or")}; with the whole name I would know.`,
    );
  const told = [...strange, ...several];
  return told.length === 0 ? [] : [{ type: "text", text: told.join(" ") }];
}
