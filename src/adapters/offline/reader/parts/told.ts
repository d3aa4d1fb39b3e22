import type { FieldDrop, FieldReading, Mention } from "../../../../domain/reading/reading.ts";
import type { SpanOf } from "../text/match.ts";
import type { Relation } from "../words/relations.ts";
import type { Party, Referent } from "./discourse.ts";

export interface Tie {
  readonly relation: Relation;
  readonly other: Party;
  /** "is": the subject is the relation of the other. "has": the other is the relation of the subject. */
  readonly way: "is" | "has";
  readonly description?: string | undefined;
  /** The other is brought in here ("has a brother named Theo"). */
  readonly introduces: boolean;
  /** Kept from the others in the story. */
  readonly secret?: boolean | undefined;
  /** They are this no longer, or never were. */
  readonly ends?: boolean | undefined;
  readonly span: SpanOf;
}

export interface Belonging {
  readonly mention: Mention;
  readonly span: SpanOf;
}

/** All that a stretch of words says of its subject. */
export interface Told {
  readonly fields: FieldReading[];
  readonly ties: Tie[];
  readonly things: Belonging[];
  /** What is said not to hold. */
  readonly drops?: readonly FieldDrop[];
  readonly to: number;
}

/** Whose predicate is read: what is taken of a newcomer being introduced is more than of someone known. */
export interface Subject {
  readonly referent: Referent;
  /** Being introduced: unknown words about them are taken as description. */
  readonly introduced: boolean;
}

export function told(
  to: number,
  fields: readonly (FieldReading | undefined)[] = [],
  ties: readonly Tie[] = [],
): Told {
  return { fields: fields.filter((field) => field !== undefined), ties: [...ties], things: [], to };
}

export function joinTold(first: Told, second: Told): Told {
  return {
    fields: [...first.fields, ...second.fields],
    ties: [...first.ties, ...second.ties],
    things: [...first.things, ...second.things],
    drops: [...(first.drops ?? []), ...(second.drops ?? [])],
    to: second.to,
  };
}

export function isEmptyTold(one: Told): boolean {
  return (
    one.fields.length === 0 &&
    one.ties.length === 0 &&
    one.things.length === 0 &&
    (one.drops ?? []).length === 0
  );
}
