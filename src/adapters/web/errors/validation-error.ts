import type { FastifyError, FastifySchemaValidationError } from "fastify";
import { type ErrorAnswer, errorAnswer } from "./error-answer.ts";

const HINT = "Correct it and send the request again; /api/openapi.json describes every field.";
const MAX_NAMED = 5;

/** Says which fields are wrong, and how. */
export function validationAnswer({ validation = [], validationContext }: FastifyError): ErrorAnswer {
  const problems = validation.map((issue) => problemOf(issue, validationContext ?? "body"));
  const named = [...new Set(problems)].slice(0, MAX_NAMED);
  return errorAnswer("invalid", named.join(" "), HINT);
}

function problemOf(
  { instancePath, message = "is not valid" }: FastifySchemaValidationError,
  context: string,
): string {
  const field = instancePath.replace(/^\//, "").replaceAll("/", ".");
  const said = message.replace(/^Invalid (input|option): /, "");
  if (field !== "")
    return said.endsWith("received undefined") ? `\`${field}\` is missing.` : `\`${field}\`: ${said}.`;
  return said.endsWith("received null") ? `The ${context} is missing.` : `The ${context}: ${said}.`;
}
