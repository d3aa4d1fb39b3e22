import type { Turn } from "../../chat/turn.ts";
import { countWords } from "../../domain/bible/describe.ts";
import { checkField } from "../../domain/bible/field-check.ts";
import { pluralOf } from "../../domain/bible/kind-words.ts";
import { countOf, type EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import type { SchemaParts } from "./parts.ts";

/** A change of the schema is rare, and may read this many entries of one kind; what lies beyond is told as not looked at. */
const READ_LIMIT = 1_000;
const MISFITS_SHOWN = 10;
const VALUE_CHARS = 40;

export interface Usage {
  /** "12 characters", or "12 of the first 1,000 characters"; undefined when none. */
  readonly told: string | undefined;
  /** Lines of those whose value does not fit the field as it is defined now. */
  readonly misfits: readonly string[];
  readonly misfitCount: number;
}

/** Who holds a value for a field, and what of it does not fit the field as `now` defines it. */
export async function usageOf(
  { bible }: SchemaParts,
  turn: Turn,
  kind: EntryKind,
  field: string,
  now: ProjectSchema,
): Promise<Usage> {
  const entries = await bible.list(turn.project.id, { kind, limit: READ_LIMIT });
  const using = entries.flatMap((entry) => {
    const value = entry.facts[field]?.value;
    return value === undefined ? [] : [{ name: entry.name, value }];
  });
  const misfits = using.filter(({ value }) => !checkField(kind, field, value, now).ok);
  return {
    told: using.length === 0 ? undefined : toldOf(turn, kind, using.length, entries.length, now),
    misfits: misfits
      .slice(0, MISFITS_SHOWN)
      .map(({ name, value }) => `${name}: ${ellipsis(valueText(value), VALUE_CHARS)}`),
    misfitCount: misfits.length,
  };
}

function toldOf(turn: Turn, kind: EntryKind, using: number, read: number, own: ProjectSchema): string {
  if (countOf(turn.counts, kind) <= read) return countWords(using, kind, own);
  return `${using} of the first ${READ_LIMIT.toLocaleString("en")} ${pluralOf(kind, own)}`;
}
