import { Environment } from "@marcbachmann/cel-js";
import type { ProjectSchema } from "../../../domain/bible/project-schema.ts";
import { kindsOf } from "../../../domain/bible/schema-words.ts";
import { DOCUMENT_KINDS } from "../../../domain/project.ts";
import type { Guard, GuardFacts } from "../../../domain/workflow/definition.ts";
import { checkExpression } from "./check-expression.ts";
import type { Names } from "./expression-names.ts";
import type { Report } from "./problem.ts";

/** Expressions are a line or two; what they may hold keeps asking one under a few microseconds. */
const MAX_EXPRESSION_CHARS = 500;
const LIMITS = { maxAstNodes: 80, maxDepth: 12, maxListElements: 30, maxMapEntries: 0, maxCallArguments: 3 };

/** Makes guards of expressions. One that cannot be used is reported and gives nothing. */
export interface Expressions {
  guard(source: string, report: Report): Guard | undefined;
  /** A branch is asked before anything is done, so it cannot speak of `done`. */
  branch(source: string, report: Report): Guard | undefined;
}

type Context = Record<string, unknown>;
type Integers = ReadonlyMap<string, bigint>;

/** The Common Expression Language over a film's facts, its names and types checked beforehand. */
export function createExpressions(schema: ProjectSchema, steps: readonly string[]): Expressions {
  const kinds = kindsOf(schema);
  const names: Names = {
    film: ["title", "format"],
    count: kinds,
    confirmed: kinds,
    words: DOCUMENT_KINDS,
  };
  // Made when the first expression is met: most workflows have none, and this is the costly part.
  let environment: Environment | undefined;
  const compile = (text: string, report: Report, done: boolean): Guard | undefined => {
    const source = text.trim();
    if (source === "" || source.length > MAX_EXPRESSION_CHARS) {
      const message = `An expression has 1 to ${MAX_EXPRESSION_CHARS} characters; write it shorter, or remove it.`;
      report({ path: [], message });
      return undefined;
    }
    environment ??= createEnvironment(names);
    const ask = checkExpression(environment, source, { names, steps, done }, report);
    return ask && { source, holds: (facts) => holds(ask, facts, names) };
  };
  return {
    guard: (source, report) => compile(source, report, true),
    branch: (source, report) => compile(source, report, false),
  };
}

function createEnvironment(names: Names): Environment {
  const numbers = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, "int"]));
  return new Environment({ limits: LIMITS })
    .registerVariable({ name: "film", schema: { title: "string", format: "string" } })
    .registerVariable({ name: "count", schema: numbers(names.count) })
    .registerVariable({ name: "confirmed", schema: numbers(names.confirmed) })
    .registerVariable({ name: "words", schema: numbers(names.words) })
    .registerVariable("done", "list<string>");
}

/** What fails when it is asked (a division by zero) does not hold. */
function holds(ask: (context: Context) => unknown, facts: GuardFacts, names: Names): boolean {
  try {
    return (
      ask({
        film: { title: facts.film.title, format: facts.film.format },
        count: wholeNumbers(facts.count, names.count),
        confirmed: wholeNumbers(facts.confirmed, names.confirmed),
        words: wholeNumbers(facts.words, names.words),
        done: facts.done,
      }) === true
    );
  } catch {
    return false;
  }
}

/**
 * The numbers of one film as the language wants its integers: a map, because it tells an object that has a key
 * “constructor” by that key. Guards of many steps are asked about the same object.
 */
const converted = new WeakMap<Readonly<Record<string, number>>, [readonly string[], Integers]>();

function wholeNumbers(numbers: Readonly<Record<string, number>>, keys: readonly string[]): Integers {
  const known = converted.get(numbers);
  if (known && known[0] === keys) return known[1];
  const made = new Map(
    keys.map((key) => [key, BigInt(Object.hasOwn(numbers, key) ? Math.trunc(numbers[key] ?? 0) : 0)]),
  );
  converted.set(numbers, [keys, made]);
  return made;
}
