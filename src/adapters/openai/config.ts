import type { Logger } from "../../ports/logger.ts";

/** What one answer used. Tokens are undefined where the endpoint does not count them. */
export interface ModelUsage {
  readonly call: CallName;
  readonly model: string;
  readonly input_tokens: number | undefined;
  readonly output_tokens: number | undefined;
  readonly ms: number;
}

export type CallName = "read" | "draft" | "write" | "revise" | "talk" | "word";

export interface OpenAiConfig {
  readonly apiKey: string;
  /** Of any endpoint that speaks Chat Completions; OpenAI's own when left out. */
  readonly baseUrl?: string;
  /** The first is asked first; the others when it fails. */
  readonly models: readonly string[];
  /** Longest silence of the endpoint: before its first byte and between two pieces of a stream. */
  readonly timeoutMs?: number;
  /** Longest time for a call with all its tries and models. */
  readonly callTimeoutMs?: number;
  /** First wait before a failed request is sent again; doubles each time. */
  readonly retryBaseMs?: number;
  /** Longest that an endpoint's Retry-After is obeyed; past it the next model is asked. */
  readonly retryAfterCapMs?: number;
  readonly logger: Logger;
  readonly onUsage?: (usage: ModelUsage) => void;
}

export const DEFAULTS = {
  timeoutMs: 30_000,
  callTimeoutMs: 120_000,
  retryBaseMs: 400,
  retryAfterCapMs: 10_000,
} as const;
