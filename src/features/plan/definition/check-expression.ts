import { type Environment, ParseError, TypeError as WrongTypes } from "@marcbachmann/cel-js";
import { notKnown, shown } from "./did-you-mean.ts";
import type { Known } from "./expression-names.ts";
import { reportSteps, reportUses } from "./expression-uses.ts";
import type { Report } from "./problem.ts";

type Ask = (context: Record<string, unknown>) => unknown;

/** The expression ready to be asked; undefined when it was reported: not well-formed, unknown names, not a yes or no. */
export function checkExpression(
  environment: Environment,
  source: string,
  known: Known,
  report: Report,
): Ask | undefined {
  const tell = (message: string, offset = 0) => report({ path: [], message, offset });
  try {
    const expression = environment.parse(source);
    if (reportUses(expression.ast, known, tell)) return undefined;
    const { valid, type, error } = expression.check();
    if (!valid) {
      tell(errorWords(error, source, known), error?.range?.start);
      return undefined;
    }
    if (type !== "bool") {
      tell("This gives no yes or no; compare it with something, as in count.character >= 2.");
      return undefined;
    }
    if (reportSteps(expression.ast, known, tell)) return undefined;
    return (context) => expression(context);
  } catch (error) {
    if (!(error instanceof ParseError || error instanceof WrongTypes || error instanceof RangeError))
      throw error;
    tell(errorWords(error, source, known), error instanceof RangeError ? 0 : error.range?.start);
    return undefined;
  }
}

function errorWords(error: unknown, source: string, known: Known): string {
  if (!(error instanceof ParseError || error instanceof WrongTypes)) return TOO_MUCH;
  const at = error.range ? source.slice(error.range.start, error.range.end) : "";
  const names = [...Object.keys(known.names), ...(known.done ? ["done"] : [])];
  switch (error.code) {
    case "unknown_variable":
      return notKnown(at, "known in an expression", names);
    case "no_such_key":
      return notKnown(at, "known here", under(source.slice(0, error.range?.start), known));
    case "no_such_overload":
      return `“${shown(at)}” mixes what does not go together (${error.summary.replace("no such overload: ", "")}); compare whole numbers with whole numbers and words in quotes with words.`;
    case "limit_exceeded":
      return TOO_MUCH;
    default:
      return `The expression cannot be read here (${error.summary}); write it as in count.character >= 2 && "logline" in done.`;
  }
}

const TOO_MUCH = "The expression is too long or too deep; split it, or say less.";

/** What may follow "count." */
function under(before: string, { names }: Known): readonly string[] {
  const name = /(\w+)\s*\.\s*$/.exec(before)?.[1];
  return Object.entries(names).find(([each]) => each === name)?.[1] ?? [];
}
