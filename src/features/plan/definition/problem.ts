/** What is wrong with a definition and where, both counted from 1. The message ends with what to do. */
export interface DefinitionProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The same before it has a place in the text: the way to the value from the top of the file. */
export interface Finding {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** Points at the key instead of its value. */
  readonly atKey?: boolean;
  /** Characters into the text of the value. */
  readonly offset?: number;
}

/** Takes what is found; the path is continued by whoever hands the reporter on. */
export type Report = (finding: Finding) => void;

/** A reporter for what lies below a path. */
export const below =
  (report: Report, ...path: PropertyKey[]): Report =>
  (finding) =>
    report({ ...finding, path: [...path, ...finding.path] });
