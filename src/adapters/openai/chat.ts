import type OpenAI from "openai";
import type {
  ChatCompletionChunk,
  ChatCompletionCreateParamsBase,
  ChatCompletionMessageParam,
} from "openai/resources/chat/completions";
import { BadAnswerError } from "./failure.ts";

export interface Reply {
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  readonly model: string;
  readonly usage: { readonly input: number; readonly output: number } | undefined;
}

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON as the model wrote it: not checked. */
  readonly arguments: string;
}

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatCompletionMessageParam[];
  readonly extra: Partial<Pick<ChatCompletionCreateParamsBase, "response_format" | "tools" | "tool_choice">>;
  /** When given, the answer is streamed and this is called with the whole text so far. */
  readonly onText?: ((text: string) => void) | undefined;
  readonly countStreamed: boolean;
  readonly signal: AbortSignal;
  readonly silenceMs: number;
}

/**
 * One request, one answer. Throws the SDK's errors, and BadAnswerError where the answer is cut, refused or empty.
 * An endpoint that says nothing for `silenceMs` counts as gone.
 */
export async function chat(client: OpenAI, request: ChatRequest): Promise<Reply> {
  const silence = watchSilence(request.silenceMs);
  const signal = AbortSignal.any([request.signal, silence.signal]);
  try {
    const reply = request.onText
      ? await streamed(client, request, signal, silence.heard)
      : await whole(client, request, signal);
    signal.throwIfAborted();
    if (reply.text.trim() === "" && reply.toolCalls.length === 0)
      throw new BadAnswerError("The answer was empty.");
    return reply;
  } catch (error) {
    if (silence.signal.aborted && !request.signal.aborted)
      throw new BadAnswerError("The endpoint fell silent.");
    throw error;
  } finally {
    silence.stop();
  }
}

async function whole(client: OpenAI, request: ChatRequest, signal: AbortSignal): Promise<Reply> {
  const answer = await client.chat.completions.create(
    { model: request.model, messages: [...request.messages], ...request.extra },
    { signal, timeout: request.silenceMs * 2 },
  );
  const choice = answer.choices?.[0];
  if (!choice) throw Object.assign(new BadAnswerError("The answer held no choice."), errorInside(answer));
  checkEnd(choice.finish_reason, choice.message.refusal);
  return {
    text: choice.message.content ?? "",
    toolCalls: (choice.message.tool_calls ?? []).flatMap((call) =>
      call.type === "function"
        ? [{ id: call.id, name: call.function.name, arguments: call.function.arguments }]
        : [],
    ),
    model: answer.model || request.model,
    usage: answer.usage && { input: answer.usage.prompt_tokens, output: answer.usage.completion_tokens },
  };
}

async function streamed(
  client: OpenAI,
  request: ChatRequest,
  signal: AbortSignal,
  heard: () => void,
): Promise<Reply> {
  const stream = await client.chat.completions.create(
    {
      model: request.model,
      messages: [...request.messages],
      ...request.extra,
      stream: true,
      ...(request.countStreamed ? { stream_options: { include_usage: true } } : {}),
    },
    { signal, timeout: request.silenceMs * 2 },
  );
  const state = {
    text: "",
    refusal: "",
    end: undefined as string | undefined,
    calls: new Map<number, ToolCall>(),
  };
  let model = request.model;
  let usage: Reply["usage"];
  for await (const chunk of stream) {
    heard();
    if (chunk.model) model = chunk.model;
    if (chunk.usage) usage = { input: chunk.usage.prompt_tokens, output: chunk.usage.completion_tokens };
    const before = state.text;
    addChunk(state, chunk);
    if (state.text !== before) request.onText?.(state.text);
  }
  signal.throwIfAborted();
  checkEnd(state.end, state.refusal);
  return { text: state.text, toolCalls: [...state.calls.values()], model, usage };
}

interface StreamState {
  text: string;
  refusal: string;
  end: string | undefined;
  readonly calls: Map<number, ToolCall>;
}

function addChunk(state: StreamState, chunk: ChatCompletionChunk): void {
  const choice = chunk.choices?.[0];
  if (!choice) return;
  state.text += choice.delta?.content ?? "";
  state.refusal += choice.delta?.refusal ?? "";
  state.end = choice.finish_reason ?? state.end;
  for (const piece of choice.delta?.tool_calls ?? []) {
    const known = state.calls.get(piece.index) ?? { id: "", name: "", arguments: "" };
    state.calls.set(piece.index, {
      id: known.id || (piece.id ?? ""),
      name: known.name || (piece.function?.name ?? ""),
      arguments: known.arguments + (piece.function?.arguments ?? ""),
    });
  }
}

/** A stream that ends without saying how was cut; "length" is half an answer. */
function checkEnd(end: string | null | undefined, refusal: string | null | undefined): void {
  if (refusal) throw new BadAnswerError("The model declined to answer.", "next");
  if (end === "content_filter")
    throw new BadAnswerError("The endpoint's filter held the answer back.", "next");
  if (end === "length") throw new BadAnswerError("The answer was longer than the model may write.", "next");
  if (!end) throw new BadAnswerError("The answer was cut off.");
}

function errorInside(answer: unknown): { code?: unknown } {
  const { error } = (answer ?? {}) as { error?: { code?: unknown } };
  return error?.code === undefined ? {} : { code: error.code };
}

/** Aborts when `heard` has not been called for `ms`. */
function watchSilence(ms: number): { signal: AbortSignal; heard: () => void; stop: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  timer.unref();
  return { signal: controller.signal, heard: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}
