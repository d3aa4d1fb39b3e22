import { UserError } from "../../domain/errors.ts";
import { MAX_TITLE_CHARS } from "../../domain/project.ts";

/** A title without the space around it. `what` is named in the refusal, `example` says how to type it. */
export function checkTitle(title: string, what: string, example: string): string {
  const clean = title.trim();
  if (clean !== "" && clean.length <= MAX_TITLE_CHARS) return clean;
  throw new UserError(
    "invalid",
    `${what} has 1 to ${MAX_TITLE_CHARS} characters.`,
    `Type for example: ${example}`,
  );
}
