import type { z } from "zod";
import type { BoundCommand } from "../../chat/command.ts";
import { UserError } from "../../domain/errors.ts";
import { closest } from "../../lib/closest.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";

const MAX_SAID = 40;

/** Holds raw options against the command's schema. Throws a UserError that names each option that does not fit. */
export function checkOptions(command: BoundCommand, raw: Record<string, unknown>): Record<string, unknown> {
  const known = Object.keys(command.options.shape);
  const unknown = Object.keys(raw).filter((key) => !known.includes(key));
  if (unknown.length > 0) {
    const list = known.length > 0 ? `It takes: ${known.join(", ")}.` : "It takes none.";
    throw new UserError(
      "invalid",
      `/${command.name} has no option ${unknown.join(", ")}. ${list}`,
      `Like this: ${example(command)}`,
    );
  }
  const result = command.options.safeParse(raw);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => problemOf(issue, raw));
  throw new UserError("invalid", told(command, problems), `Like this: ${example(command)}`);
}

/** What an option itself asks is put as the question it is. */
function told({ name }: BoundCommand, problems: readonly string[]): string {
  const [only = ""] = problems;
  if (problems.length === 1 && only.endsWith("?")) return `${only.charAt(0).toUpperCase()}${only.slice(1)}`;
  return `I cannot run /${name} like that: ${problems.join("; ").replace(/[.?!]+$/, "")}.`;
}

/** "action cannot be “dance”, only status, steps or skip", "limit can be at most 25". */
function problemOf(issue: z.core.$ZodIssue, raw: Record<string, unknown>): string {
  const [option] = issue.path;
  if (option === undefined || issue.path.length > 1)
    return issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message;
  const name = String(option);
  const given = raw[name];
  switch (issue.code) {
    case "invalid_value": {
      const can = issue.values.map(String);
      const meant = closest(String(given), can);
      const guess = meant === undefined ? "" : ` (did you mean “${meant}”?)`;
      return `${name} cannot be “${ellipsis(String(given), MAX_SAID)}”${guess}, only ${wordList(can, undefined, "or")}`;
    }
    case "too_big":
      return `${name} can be at most ${issue.maximum}${charactersOf(issue.origin)}`;
    case "too_small":
      return issue.message.endsWith("?")
        ? issue.message
        : `${name} has to be at least ${issue.minimum}${charactersOf(issue.origin)}`;
    case "invalid_type":
      if (issue.message.endsWith("?")) return issue.message;
      return given === undefined
        ? `${name} is missing`
        : `${name} cannot be “${ellipsis(String(given), MAX_SAID)}”`;
    default:
      return `${name}: ${issue.message}`;
  }
}

const charactersOf = (origin: string): string => (origin === "string" ? " characters" : "");

const example = (command: BoundCommand) => command.examples[0] ?? command.usage;
