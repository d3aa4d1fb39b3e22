import type { Change } from "./change.ts";
import type { Entry } from "./entry.ts";
import type { EntryKind } from "./kinds.ts";
import { eitherOf } from "./project-schema.ts";

/**
 * What the stores count of a project's living entries beside how many there are, so that no one has to look at them:
 * "character confirmed" (locked ones too), "character facts", "character evidenced" (facts with the words that prove
 * them), "character has age" (entries with that field, or with one that says the same), and for the fields of COUNTED_VALUES "character is role=lead" and
 * "character confirmed role=lead". What is none is left out. Stores keep them from one write to the next: counting
 * anything else takes a migration that counts anew.
 */
export type Tallies = Readonly<Record<string, number>>;

export const NO_TALLIES: Tallies = {};

/** Fields with few values, each of which is counted apart. */
export const COUNTED_VALUES: Readonly<Record<string, readonly string[]>> = {
  character: ["role"],
  scene: ["int_ext"],
  location: ["int_ext"],
  relationship: ["type"],
};

export const tallyOf = (tallies: Tallies, kind: EntryKind, what: string): number =>
  tallies[`${kind} ${what}`] ?? 0;

/** What one entry adds to its project's tallies; nothing when it does not live. */
export function talliesOf(entry: Entry | null): Tallies {
  if (entry === null || entry.status === "removed") return NO_TALLIES;
  const { kind, facts, status } = entry;
  const fields = Object.entries(facts);
  const evidenced = fields.filter(([, fact]) => fact.evidence !== undefined).length;
  const confirmed = status === "confirmed" || status === "locked";
  const values = (COUNTED_VALUES[kind] ?? []).flatMap((field) => {
    const value = facts[field]?.value;
    return value === undefined ? [] : [`${field}=${value}`];
  });
  const names = [
    ...new Set(fields.flatMap(([field]) => eitherOf(kind, field)).map((field) => `has ${field}`)),
    ...values.map((value) => `is ${value}`),
    ...(confirmed ? ["confirmed", ...values.map((value) => `confirmed ${value}`)] : []),
  ];
  return {
    ...Object.fromEntries(names.map((name) => [`${kind} ${name}`, 1])),
    ...(fields.length > 0 ? { [`${kind} facts`]: fields.length } : {}),
    ...(evidenced > 0 ? { [`${kind} evidenced`]: evidenced } : {}),
  };
}

/** How the tallies differ between two states of one entry; what does not differ is left out. */
export function tallyStep(before: Entry | null, after: Entry | null): Tallies {
  const [old, now] = [talliesOf(before), talliesOf(after)];
  const steps = [...new Set([...Object.keys(old), ...Object.keys(now)])].map(
    (key) => [key, (now[key] ?? 0) - (old[key] ?? 0)] as const,
  );
  return Object.fromEntries(steps.filter(([, step]) => step !== 0));
}

export function addTallies(a: Tallies, b: Tallies): Tallies {
  const sum: Record<string, number> = { ...a };
  for (const [key, step] of Object.entries(b)) {
    const next = (sum[key] ?? 0) + step;
    if (next === 0) delete sum[key];
    else sum[key] = next;
  }
  return sum;
}

/** The tallies once the changes are written. */
export const talliesAfter = (tallies: Tallies, changes: readonly Change[]): Tallies =>
  changes.reduce((sum, { before, after }) => addTallies(sum, tallyStep(before, after)), tallies);
