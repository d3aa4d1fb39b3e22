import { fieldLabel, inOrder } from "./describe.ts";
import type { Entry } from "./entry.ts";
import { pluralOf } from "./kind-words.ts";
import type { EntryKind } from "./kinds.ts";
import type { ProjectSchema } from "./project-schema.ts";
import { factText } from "./value-text.ts";

export interface Sheets {
  readonly title: string;
  readonly kind: EntryKind;
  readonly entries: readonly Entry[];
  /** How many more there are than fit. */
  readonly more: number;
  readonly own: ProjectSchema;
  readonly at: string;
}

export type Gathered = Omit<Sheets, "entries"> & { readonly pages: readonly string[] };

/** A page for each entry, in Markdown: its fields in the trade's order, each with the words that prove it. */
export function sheetText({ title, kind, entries, more, own, at }: Sheets): string {
  const pages = entries.map((entry) => sheetPage(entry, own));
  return gatheredSheets({ title, kind, pages, more, own, at });
}

/** Pages under one title. */
export function gatheredSheets({ title, kind, pages, more, own, at }: Gathered): string {
  const plural = pluralOf(kind, own);
  const rest = more > 0 ? [`And ${more} more ${plural}, which do not fit into one file.`] : [];
  const head = `# ${flat(title)}: ${plural}\n\nAs of ${at.slice(0, 10)}`;
  return `${[head, ...pages, ...rest].join("\n\n---\n\n")}\n`;
}

export function sheetPage(entry: Entry, own: ProjectSchema): string {
  const fields = inOrder(entry.kind, Object.keys(entry.facts), own).filter((field) => field !== "name");
  const lines = fields.flatMap((field) => {
    const fact = entry.facts[field];
    if (fact === undefined) return [];
    const quote = fact.evidence ? [`  > “${flat(fact.evidence.quote)}”`] : [];
    return [`- **${flat(fieldLabel(field, entry.kind, own))}:** ${flat(factText(fact))}`, ...quote];
  });
  const known = lines.length > 0 ? lines.join("\n") : "Nothing else is known yet.";
  return `## ${flat(entry.name)}\n\n_${entry.status}_\n\n${known}`;
}

/** In one line, and as it was said: nothing in it becomes a heading, a link or a picture. */
const flat = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|]/g, "\\$&");
