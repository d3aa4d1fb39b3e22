/** What to do about a failed request. */
export interface Failure {
  /** `again`: the same request may work; `next`: only another model may; `stop`: none will; `feature`: ask for less. */
  readonly kind: "again" | "next" | "stop" | "feature";
  readonly feature?: Feature;
  readonly status: number | undefined;
  readonly code: string | undefined;
  /** What the endpoint asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** Parts of the protocol that not every endpoint speaks. */
export type Feature = "format" | "usage" | "tools";

/** An answer that arrived but is none: a cut stream, an empty text. */
export class BadAnswerError extends Error {
  readonly kind: Failure["kind"];

  constructor(message: string, kind: Failure["kind"] = "again") {
    super(message);
    this.name = "BadAnswerError";
    this.kind = kind;
  }
}

const FEATURES: readonly (readonly [Feature, RegExp])[] = [
  ["format", /response_format|json_schema|json_object|structured output|guided|grammar/i],
  ["usage", /stream_options|include_usage/i],
  ["tools", /\btools?\b|tool_choice|function call/i],
];

/** Reads what went wrong from an error of the SDK or of the network. */
export function readFailure(error: unknown): Failure {
  if (error instanceof BadAnswerError) return { kind: error.kind, status: undefined, code: "bad_answer" };
  const status = statusOf(error);
  const code = codeOf(error);
  const base = { status, code };
  if (status === 401 || status === 403) return { ...base, kind: "stop" };
  if (status === 429) return rateLimited(error, base);
  if (status === undefined || status >= 500 || status === 408 || status === 409)
    return { ...base, kind: "again" };
  const message = error instanceof Error ? error.message : "";
  const feature = FEATURES.find(([, pattern]) => pattern.test(message))?.[0];
  return feature ? { ...base, kind: "feature", feature } : { ...base, kind: "next" };
}

function rateLimited(
  error: unknown,
  base: { status: number | undefined; code: string | undefined },
): Failure {
  if (base.code === "insufficient_quota") return { ...base, kind: "next" };
  const retryAfterMs = retryAfter(error);
  return { ...base, kind: "again", ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** Some gateways answer 200 and put the status into the error's code. */
function statusOf(error: unknown): number | undefined {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  if (typeof status === "number") return status;
  const inCode = typeof code === "number" ? code : /^\d{3}$/.test(String(code)) ? Number(code) : undefined;
  return inCode;
}

function codeOf(error: unknown): string | undefined {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === "string" && code !== "") return code;
  return typeof name === "string" ? name : undefined;
}

/** Retry-After in seconds or as a date, or the finer retry-after-ms. */
function retryAfter(error: unknown): number | undefined {
  const { headers } = (error ?? {}) as { headers?: unknown };
  if (!(headers instanceof Headers)) return undefined;
  const fine = Number(headers.get("retry-after-ms") ?? Number.NaN);
  if (fine >= 0) return fine;
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  const seconds = Number(value);
  if (seconds >= 0) return seconds * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
