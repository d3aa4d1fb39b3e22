import { type ApplyInput, applyReading } from "../../../../src/domain/bible/apply-reading.ts";
import type { Change } from "../../../../src/domain/bible/change.ts";
import type { Author } from "../../../../src/domain/bible/desk.ts";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import type { FactValue } from "../../../../src/domain/bible/fact.ts";
import type { EntryKind } from "../../../../src/domain/bible/kinds.ts";
import type { RelationshipType } from "../../../../src/domain/bible/relations.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";

export const AT = "2026-08-01T10:00:00.000Z";
export const NOWHERE = { start: 0, end: 0 };

export function author(overrides: Partial<Author> = {}): Author {
  let count = 0;
  return {
    project_id: "prj_1",
    by: "ana",
    at: AT,
    fact_status: "confirmed",
    nextId: (kind) => `${kind}_${++count}`,
    ...overrides,
  };
}

export function entry(
  kind: EntryKind,
  name: string,
  fields: Record<string, FactValue> = {},
  rest: Partial<Entry> = {},
): Entry {
  const facts = Object.entries({ name, ...fields }).map(([field, value]) => [
    field,
    { value, status: "confirmed" as const, by: "ana", at: AT },
  ]);
  return {
    id: `ent_${kind}_${name}`,
    project_id: "prj_1",
    kind,
    name,
    facts: Object.fromEntries(facts),
    links: {},
    status: "confirmed",
    version: 1,
    created_at: AT,
    updated_at: AT,
    ...rest,
  };
}

export const mention = (name: string, entry_id?: string) => ({
  name,
  ...NOWHERE,
  ...(entry_id === undefined ? {} : { entry_id }),
});

export const says = (
  kind: EntryKind,
  name: string,
  fields: Record<string, FactValue> = {},
  explicit = true,
  entry_id?: string,
): Statement & { type: "entry" } => ({
  type: "entry",
  kind,
  subject: mention(name, entry_id),
  explicit,
  fields: Object.entries(fields).map(([field, value]) => ({ field, value, ...NOWHERE })),
  span: NOWHERE,
});

export const ties = (
  from: string,
  to: string,
  relation: RelationshipType,
  explicit = true,
  description?: string,
): Statement => ({
  type: "relationship",
  from: mention(from),
  to: mention(to),
  relation,
  explicit,
  span: NOWHERE,
  ...(description === undefined ? {} : { description }),
});

export const renames = (subject: string, name: string): Statement => ({
  type: "rename",
  subject: mention(subject),
  name,
  span: NOWHERE,
});

export const removes = (subject: string, kind?: EntryKind): Statement => ({
  type: "remove",
  subject: mention(subject),
  span: NOWHERE,
  ...(kind === undefined ? {} : { kind }),
});

export const merges = (subject: string, into: string, takes?: string[]): Statement => ({
  type: "merge",
  subject: mention(subject),
  into: mention(into),
  span: NOWHERE,
  ...(takes === undefined ? {} : { takes }),
});

/** A bible that keeps what is applied, as a store does. */
export function openBible(start: readonly Entry[] = []) {
  const entries = new Map(start.map((each) => [each.id, each]));
  const writer = author();
  const keep = (changes: readonly Change[]) => {
    for (const { entry_id, after } of changes) if (after) entries.set(entry_id, after);
  };
  return {
    keep,
    all: () => [...entries.values()],
    living: () => [...entries.values()].filter((each) => each.status !== "removed"),
    named: (name: string) => {
      const found = [...entries.values()].find((each) => each.name === name && each.status !== "removed");
      if (!found) throw new Error(`no entry ${name}`);
      return found;
    },
    say: (statements: readonly Statement[], more: Partial<ApplyInput> = {}) => {
      const living = [...entries.values()].filter((each) => each.status !== "removed");
      const applied = applyReading({
        ...writer,
        reading: { statements: [...statements] },
        known: living,
        ...more,
      });
      keep(applied.changes);
      return applied;
    },
  };
}

export const value = (each: Entry, field: string): FactValue | undefined => each.facts[field]?.value;
