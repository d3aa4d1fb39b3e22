import { AppError, ConflictError, type ErrorCode, UserError } from "../../../domain/errors.ts";
import type { ErrorBody } from "../schemas/error.ts";

const STATUS_OF: Readonly<Record<ErrorCode, number>> = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  blocked: 409,
  too_large: 413,
  unsupported_type: 415,
  invalid: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
};

export interface ErrorAnswer {
  readonly status: number;
  readonly body: ErrorBody;
}

/**
 * What a caller is told of an error it may know of; undefined for all others, which are told by a reference only.
 * Words of errors that were not written for people stay inside.
 */
export function knownError(error: unknown): ErrorAnswer | undefined {
  if (error instanceof UserError) return errorAnswer(error.code, error.message, error.hint);
  if (error instanceof ConflictError) {
    return errorAnswer(
      "conflict",
      "Someone else changed the same thing at the same time.",
      "Look at it again, then repeat.",
    );
  }
  if (error instanceof AppError && error.code === "unavailable") {
    return errorAnswer("unavailable", "A part of Backlot does not answer.", "Wait a moment and try again.");
  }
  return undefined;
}

export function unexpectedError(reference: string): ErrorAnswer {
  const hint = "Try again; if it fails again, tell whoever runs this Backlot the reference.";
  return errorAnswer("internal", `Something failed, reference ${reference}.`, hint, reference);
}

export function errorAnswer(code: ErrorCode, message: string, hint: string, reference?: string): ErrorAnswer {
  const error = { code, message, hint, ...(reference === undefined ? {} : { reference }) };
  return { status: STATUS_OF[code], body: { error } };
}

/** The refusal a turn ended with, as an error of the call that caused it. */
export function refusedTurn(error: {
  code: string;
  message: string;
  hint?: string;
  reference?: string;
}): ErrorAnswer {
  const code = isErrorCode(error.code) ? error.code : "internal";
  return errorAnswer(
    code,
    error.message,
    error.hint ?? "Look at the session and try again.",
    error.reference,
  );
}

const isErrorCode = (code: string): code is ErrorCode => code in STATUS_OF;
