import { fieldsOf } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { exportColumns, exportRow } from "../../domain/bible/export-row.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { DOCUMENT_KINDS, type Project, schemaOf } from "../../domain/project.ts";
import { CSV_BOM, csvRow } from "../../lib/csv.ts";
import type { BibleStore } from "../../ports/bible-store.ts";

/** A file that goes through chat holds so many; the page streams any number. */
export const MAX_ENTRIES = 2_000;
const PAGE = 500;

/** A kind's entries as CSV, a column a field, without columns that nobody filled in. */
export async function kindCsv(bible: BibleStore, project: Project, kind: EntryKind): Promise<string> {
  const entries = await entriesOf(bible, project, kind);
  const columns = exportColumns(kind, schemaOf(project)).filter(
    (column) => column === "name" || entries.some((entry) => Object.hasOwn(entry.facts, column)),
  );
  return CSV_BOM + [csvRow(columns), ...entries.map((entry) => csvRow(exportRow(entry, columns)))].join("");
}

/** Every entry with every field, and what the film adds to the bible. */
export async function bibleJson(bible: BibleStore, project: Project): Promise<string> {
  const entries = await entriesOf(bible, project);
  const { id, title, documents } = project;
  return JSON.stringify(
    {
      project: { id, title, documents },
      schema: schemaOf(project),
      entries: entries.map((entry) => ({
        id: entry.id,
        kind: entry.kind,
        name: entry.name,
        status: entry.status,
        fields: fieldsOf(entry),
      })),
    },
    null,
    2,
  );
}

/** The film's papers in the order in which a film makes them; empty when there is none. */
export function papersMarkdown({ title, documents }: Project): string {
  const written = DOCUMENT_KINDS.flatMap((kind) => {
    const text = documents[kind];
    return text === undefined ? [] : [`## ${kind.charAt(0).toUpperCase()}${kind.slice(1)}\n\n${text}\n`];
  });
  return written.length === 0 ? "" : [`# ${title}\n`, ...written].join("\n");
}

async function entriesOf(bible: BibleStore, project: Project, kind?: EntryKind): Promise<Entry[]> {
  const entries: Entry[] = [];
  const filter = { ...(kind === undefined ? {} : { kind }), limit: PAGE };
  for (let after: string | undefined; entries.length < MAX_ENTRIES; ) {
    const page = await bible.list(project.id, { ...filter, ...(after === undefined ? {} : { after }) });
    entries.push(...page);
    after = page.at(-1)?.id;
    if (page.length < PAGE || after === undefined) break;
  }
  return entries;
}
