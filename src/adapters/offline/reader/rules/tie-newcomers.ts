import type { Mention, Statement } from "../../../../domain/reading/reading.ts";
import { entryStatement } from "../parts/statements.ts";

type Entry = Extract<Statement, { type: "entry" }>;
type Tied = Extract<Statement, { type: "relationship" }>;

/** Who is tied to somebody of the story is of the story, too: "Mara is married to Bronwyn" brings in Bronwyn. */
export function withTieNewcomers(text: string, statements: readonly Statement[]): Statement[] {
  const ties = statements.filter((one): one is Tied => one.type === "relationship");
  if (ties.length === 0) return [...statements];
  const told = new Set(statements.filter(isPerson).map(({ subject }) => subject.name));
  const brought = new Set(
    statements.flatMap((one) => (isPerson(one) && one.explicit ? [one.subject.name] : [])),
  );
  const more: Statement[] = [];
  for (const tie of ties) {
    if (tie.ends === true) continue;
    for (const [one, other] of [
      [tie.from, tie.to],
      [tie.to, tie.from],
    ] as const) {
      if (told.has(one.name) || !isNamed(text, one)) continue;
      if (other.entry_id === undefined && !brought.has(other.name)) continue;
      told.add(one.name);
      brought.add(one.name);
      more.push(entryStatement("character", one, true, [], tie.span));
    }
  }
  return [...statements, ...more];
}

const isPerson = (one: Statement): one is Entry => one.type === "entry" && one.kind === "character";

/** A name with its capital, which is nobody's yet. */
const isNamed = (text: string, one: Mention): boolean =>
  one.entry_id === undefined && one.group === undefined && /^\p{Lu}/u.test(text.slice(one.start, one.end));
