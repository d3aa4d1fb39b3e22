import { setTimeout as delay } from "node:timers/promises";
import type OpenAI from "openai";
import type { ChatCompletionMessageParam, ChatCompletionTool } from "openai/resources/chat/completions";
import { AppError, RateLimitedError } from "../../domain/errors.ts";
import type { ModelRun } from "../../ports/model.ts";
import { chat, type Reply } from "./chat.ts";
import { type CallName, DEFAULTS, type OpenAiConfig } from "./config.ts";
import { type Failure, type Feature, readFailure } from "./failure.ts";
import { createProviderLimit, type ProviderLimit } from "./provider-limit.ts";

/** Tries of one model after the first. */
const RETRIES = 2;

interface Question {
  readonly call: CallName;
  readonly messages: readonly ChatCompletionMessageParam[];
  /** The answer is one JSON object of this schema. */
  readonly format?: { readonly name: string; readonly schema: Record<string, unknown> };
  readonly tools?: readonly ChatCompletionTool[];
  readonly toolChoice?: "auto" | "none";
  readonly onText?: ((text: string) => void) | undefined;
  /** One request, whatever comes of it. */
  readonly once?: true;
  /** Can wait: asks nothing while the provider wants to be left alone. */
  readonly background?: boolean;
  readonly onUsage?: ModelRun["onUsage"] | undefined;
  readonly signal: AbortSignal;
}

export interface Asked extends Reply {
  /** False where the endpoint would not take tools. */
  readonly toolsOffered: boolean;
}

/** Asks the models in order until one answers. */
export type Ask = (question: Question) => Promise<Asked>;

/** What a model's endpoint has shown not to understand. */
interface Limits {
  format: "json_schema" | "json_object" | "prompt";
  usage: boolean;
  tools: boolean;
}

/**
 * Asks with retries, waits and fallbacks. Throws an AppError when no model answers, a RateLimitedError where a question
 * that can wait would have to, the signal's reason when aborted.
 */
export function createAsk(client: () => Promise<OpenAI>, config: OpenAiConfig): Ask {
  const limits = new Map<string, Limits>(
    config.models.map((model) => [model, { format: "json_schema", usage: true, tools: true }]),
  );
  const rest = createProviderLimit();
  return async (question) => {
    const late = AbortSignal.timeout(config.callTimeoutMs ?? DEFAULTS.callTimeoutMs);
    const signal = AbortSignal.any([question.signal, late]);
    let failure: Failure | undefined;
    for (const [model, limit] of limits) {
      const result = await askModel({ client: await client(), config, question, model, limit, rest, signal });
      question.signal.throwIfAborted();
      if ("reply" in result) return { ...result.reply, toolsOffered: limit.tools };
      failure = result.failure;
      if (question.once || failure.kind === "stop" || late.aborted) break;
    }
    throw giveUp(failure, late.aborted);
  };
}

interface Attempt {
  readonly client: OpenAI;
  readonly config: OpenAiConfig;
  readonly question: Question;
  readonly model: string;
  readonly limit: Limits;
  readonly rest: ProviderLimit;
  readonly signal: AbortSignal;
}

async function askModel(attempt: Attempt): Promise<{ reply: Reply } | { failure: Failure }> {
  const { config, question, model, limit, rest, signal } = attempt;
  for (let tries = 0; ; ) {
    if (question.background && rest.left() > 0) throw turnedAway(rest.left());
    try {
      const reply = await askOnce(attempt);
      rest.answered();
      return { reply };
    } catch (error) {
      const failure = readFailure(error);
      if (signal.aborted) return { failure };
      const restMs = isRateLimit(failure) ? rest.hit(failure.retryAfterMs) : 0;
      const { kind, status, code } = failure;
      config.logger.warn({ call: question.call, model, status, code, tries }, "the model did not answer");
      if (question.background && restMs > 0) throw turnedAway(restMs);
      if (failure.feature && lower(limit, failure.feature) && !question.once) continue;
      if (question.once || kind !== "again" || tries === RETRIES) return { failure };
      const wait = waitFor(failure, tries, config);
      if (wait === undefined) return { failure };
      tries += 1;
      await delay(wait, undefined, { signal }).catch(() => {});
    }
  }
}

async function askOnce({ client, config, question, model, limit, signal }: Attempt): Promise<Reply> {
  const began = performance.now();
  const { format, tools } = question;
  const reply = await chat(client, {
    model,
    messages: format && limit.format !== "json_schema" ? withSchema(question) : question.messages,
    extra: {
      ...(format && limit.format === "json_schema"
        ? { response_format: { type: "json_schema", json_schema: { ...format, strict: true } } }
        : {}),
      ...(format && limit.format === "json_object" ? { response_format: { type: "json_object" } } : {}),
      ...(tools && limit.tools ? { tools: [...tools], tool_choice: question.toolChoice ?? "auto" } : {}),
    },
    onText: question.onText,
    countStreamed: limit.usage,
    signal,
    silenceMs: config.timeoutMs ?? DEFAULTS.timeoutMs,
  });
  const usage = {
    call: question.call,
    model: reply.model,
    input_tokens: reply.usage?.input,
    output_tokens: reply.usage?.output,
    ms: Math.round(performance.now() - began),
  };
  config.logger.info(usage, "the model answered");
  config.onUsage?.(usage);
  if (reply.usage) question.onUsage?.(reply.usage);
  return reply;
}

/** Asks for less next time. False when there is nothing left to do without. */
function lower(limit: Limits, feature: Feature): boolean {
  if (feature === "format") {
    if (limit.format === "prompt") return false;
    limit.format = limit.format === "json_schema" ? "json_object" : "prompt";
    return true;
  }
  if (!limit[feature]) return false;
  limit[feature] = false;
  return true;
}

function withSchema({ messages, format }: Question): ChatCompletionMessageParam[] {
  const words = `Answer with one JSON object and nothing else. It fits this JSON Schema:\n${JSON.stringify(format?.schema)}`;
  return [...messages, { role: "system", content: words }];
}

/** An empty purse answers 429 as well, and waiting does not fill it. */
const isRateLimit = ({ status, kind }: Failure): boolean => status === 429 && kind === "again";

const turnedAway = (ms: number): RateLimitedError =>
  new RateLimitedError("The model's provider asks to wait.", Math.ceil(ms));

/** Undefined: longer than it is worth waiting. */
function waitFor(failure: Failure, tries: number, config: OpenAiConfig): number | undefined {
  const backOff = (config.retryBaseMs ?? DEFAULTS.retryBaseMs) * 2 ** tries;
  if (failure.retryAfterMs === undefined) return backOff;
  const cap = config.retryAfterCapMs ?? DEFAULTS.retryAfterCapMs;
  return failure.retryAfterMs > cap ? undefined : failure.retryAfterMs;
}

/** Carries the status and code, never the endpoint's words: those may repeat a key. */
function giveUp(failure: Failure | undefined, late: boolean): AppError {
  const cause = failure && new Error(`status ${failure.status ?? "none"}, code ${failure.code ?? "none"}`);
  if (failure?.kind === "stop")
    return new AppError("unauthorized", "The model's endpoint refused the key. Check OPENAI_API_KEY.", {
      cause,
    });
  if (late) return new AppError("unavailable", "The model took too long.", { cause, retryable: true });
  const retryable = failure?.kind !== "next";
  return new AppError("unavailable", "No model answered.", { cause, retryable });
}
