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

/** Retry-After in seconds or as a date, the finer retry-after-ms, or the reset of what is used up. */
function retryAfter(error: unknown): number | undefined {
  const { headers } = (error ?? {}) as { headers?: unknown };
  if (!(headers instanceof Headers)) return undefined;
  const fine = numberOf(headers.get("retry-after-ms"));
  if (fine !== undefined) return fine;
  const value = headers.get("retry-after");
  if (value === null) return resetOf(headers);
  const seconds = numberOf(value);
  if (seconds !== undefined) return seconds * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/**
 * OpenAI's x-ratelimit-reset-requests and -tokens are durations ("6m0s", "250ms"), of which those count whose remaining
 * is 0; OpenRouter's x-ratelimit-reset is a time in milliseconds since 1970.
 */
function resetOf(headers: Headers): number | undefined {
  const resets = ["requests", "tokens"].flatMap((what) => {
    if (headers.get(`x-ratelimit-remaining-${what}`) !== "0") return [];
    return durationMs(headers.get(`x-ratelimit-reset-${what}`) ?? "") ?? [];
  });
  if (resets.length > 0) return Math.max(...resets);
  const at = numberOf(headers.get("x-ratelimit-reset"));
  return at !== undefined && at > EPOCH_MS ? Math.max(0, at - Date.now()) : undefined;
}

/** A reset below is no time in milliseconds. */
const EPOCH_MS = 1_000_000_000_000;
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function durationMs(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/.test(text)) return undefined;
  const parts = text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g);
  return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? ""] ?? 0), 0);
}

function numberOf(text: string | null): number | undefined {
  if (text === null || text.trim() === "") return undefined;
  const number = Number(text);
  return number >= 0 ? number : undefined;
}
