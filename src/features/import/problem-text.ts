import { fieldLabel, possessive } from "../../domain/bible/describe.ts";
import type { FactValue } from "../../domain/bible/fact.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import type { RowProblem } from "../../domain/import/row-reading.ts";
import { ellipsis } from "../../lib/ellipsis.ts";

const VALUE_CHARS = 60;

export interface ProblemContext {
  readonly kind: EntryKind;
  readonly schema: ProjectSchema;
  readonly over: boolean;
  /** "Row 7", or "Scenes, row 7" among several tables. */
  readonly rowLabel: (row: number) => string;
}

/** What could not be taken from a row as it is, what would be right, and what becomes of the row. */
export function problemText(problem: RowProblem, context: ProblemContext): string {
  return `${context.rowLabel(problem.row)}: ${wordsOf(problem, context)}`;
}

function wordsOf(problem: RowProblem, { kind, schema, over }: ProblemContext): string {
  const label = (field: string) => fieldLabel(field, kind, schema).toLowerCase();
  switch (problem.type) {
    case "cell":
      return `${label(problem.field)} “${problem.said}” — ${problem.wanted}. The row comes in without it.`;
    case "nameless":
      return `no ${kind === "scene" ? "heading or number" : "name"}. It stays out.`;
    case "bad_name":
      return `the name “${problem.said}” — ${problem.wanted}. It stays out.`;
    case "extra":
      return `${problem.cells} cell${problem.cells === 1 ? "" : "s"} more than there are columns. What is in ${problem.cells === 1 ? "it" : "them"} stays out.`;
    case "repeated":
      return `${problem.name} is in row ${problem.first} already. The two make one entry.`;
    case "differs":
      return `${label(problem.field)} “${short(problem.said)}” — row ${problem.first} says ${short(problem.kept)}, which counts.`;
    case "contradicts":
      return `${possessive(problem.name)} ${label(problem.field)} is ${short(problem.kept)} in the bible, confirmed. ${
        over ? `It becomes ${short(problem.said)}.` : `“${short(problem.said)}” stays out.`
      }`;
    case "missing":
      return `${problem.name} has no ${label(problem.field)}, which this film wants filled in. The row comes in without it.`;
    case "locked":
      return `${problem.name} is locked and stays as it is.`;
    case "near":
      return `${problem.name} comes in as new; there is ${problem.other} already.`;
  }
}

const short = (value: FactValue): string => ellipsis(valueText(value), VALUE_CHARS);
