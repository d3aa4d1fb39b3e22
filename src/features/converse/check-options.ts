import type { BoundCommand } from "../../chat/command.ts";
import { UserError } from "../../domain/errors.ts";

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
  const problems = result.error.issues.map((issue) =>
    issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message,
  );
  throw new UserError(
    "invalid",
    `/${command.name} could not be run. ${problems.join(". ")}.`,
    `Like this: ${example(command)}`,
  );
}

const example = (command: BoundCommand) => command.examples[0] ?? command.usage;
