import type { Mention, Statement } from "./reading.ts";

/** Everyone a statement is about, in the order of its parts. */
export function mentionsIn(statement: Statement): readonly Mention[] {
  switch (statement.type) {
    case "relationship":
      return [statement.from, statement.to];
    case "merge":
      return [statement.subject, statement.into];
    default:
      return [statement.subject];
  }
}
