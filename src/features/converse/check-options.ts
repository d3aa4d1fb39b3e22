import type { z } from "zod";
import type { BoundCommand } from "../../chat/command.ts";
import { UserError } from "../../domain/errors.ts";
import { wordList } from "../../lib/word-list.ts";

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
  throw new UserError(
    "invalid",
    `/${command.name} could not be run. ${problems.join(". ")}.`,
    `Like this: ${example(command)}`,
  );
}

/** "action cannot be “dance”, only status, steps or skip". */
function problemOf(issue: z.core.$ZodIssue, raw: Record<string, unknown>): string {
  const [option] = issue.path;
  if (issue.code !== "invalid_value" || option === undefined || issue.path.length > 1)
    return issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message;
  const given = String(raw[String(option)]).slice(0, 40);
  return `${String(option)} cannot be “${given}”, only ${wordList(issue.values.map(String), undefined, "or")}`;
}

const example = (command: BoundCommand) => command.examples[0] ?? command.usage;
