import type { ErrorBody } from "./wire.ts";

/** A refusal or failure as a person is told of it: what went wrong, and what to do. `status` is 0 when no answer came. */
export class Problem extends Error {
  readonly status: number;
  readonly hint: string | undefined;
  readonly reference: string | undefined;

  constructor(status: number, message: string, hint?: string, reference?: string) {
    super(message);
    this.name = "Problem";
    this.status = status;
    this.hint = hint;
    this.reference = reference;
  }
}

const AWAY = "Backlot does not answer.";
const AWAY_HINT = "Check that the program is running (npm start), then try again.";

/** Anything thrown, as a Problem. A failed fetch says only "Failed to fetch", which helps nobody. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem(0, AWAY, AWAY_HINT);
}

/** The API's error shape, or a sentence about the status when a proxy answered in its place. */
export function problemOf(status: number, body: unknown): Problem {
  const error = isErrorEnvelope(body) ? body.error : undefined;
  if (error !== undefined) return new Problem(status, error.message, error.hint, error.reference);
  if (status >= 502) return new Problem(status, AWAY, AWAY_HINT);
  return new Problem(status, `The request failed with status ${status}.`, "Reload the page and try again.");
}

function isErrorEnvelope(body: unknown): body is { error: ErrorBody } {
  if (typeof body !== "object" || body === null || !("error" in body)) return false;
  const { error } = body;
  return (
    typeof error === "object" && error !== null && "message" in error && typeof error.message === "string"
  );
}
