import { fieldLabel, inOrder } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { pluralOf } from "../../domain/bible/kind-words.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { factText } from "../../domain/bible/value-text.ts";

export interface Sheets {
  readonly title: string;
  readonly kind: EntryKind;
  readonly entries: readonly Entry[];
  /** How many more there are than fit. */
  readonly more: number;
  readonly own: ProjectSchema;
  readonly at: string;
}

/** A page for each entry, in Markdown: its fields in the trade's order, each with the words that prove it. */
export function sheetText({ title, kind, entries, more, own, at }: Sheets): string {
  const plural = pluralOf(kind, own);
  const pages = entries.map((entry) => page(entry, own));
  const rest = more > 0 ? [`And ${more} more ${plural}, which do not fit into one file.`] : [];
  const head = `# ${flat(title)}: ${plural}\n\nAs of ${at.slice(0, 10)}`;
  return `${[head, ...pages, ...rest].join("\n\n---\n\n")}\n`;
}

function page(entry: Entry, own: ProjectSchema): string {
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
