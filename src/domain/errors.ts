export type ErrorCode =
  | "bad_request"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "unsupported_type"
  | "invalid"
  | "blocked"
  | "rate_limited"
  | "unavailable"
  | "internal";

interface ErrorOptionsWithRetry {
  readonly cause?: unknown;
  readonly retryable?: boolean;
}

/** The one family of errors. `retryable` says whether the same work may succeed later without a change. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, options: ErrorOptionsWithRetry = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}

/** The only error whose words reach a person. `hint` says what to do next, as a sentence of its own. */
export class UserError extends AppError {
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint: string, options: ErrorOptionsWithRetry = {}) {
    super(code, message, options);
    this.hint = hint;
  }
}

/** Someone else wrote the same thing first: read again and decide again. */
export class ConflictError extends AppError {
  constructor(message: string, options: ErrorOptionsWithRetry = {}) {
    super("conflict", message, { ...options, retryable: true });
  }
}

/** A provider asks to be left alone for a while. The same call works afterwards: nothing was tried, so nothing failed. */
export class RateLimitedError extends AppError {
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number, options: { readonly cause?: unknown } = {}) {
    super("rate_limited", message, { ...options, retryable: true });
    this.retryAfterMs = retryAfterMs;
  }
}
