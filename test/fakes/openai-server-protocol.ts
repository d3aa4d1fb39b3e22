/** The bodies of Chat Completions as OpenAI's API describes them: the parts that Backlot uses. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string | null }[];
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly response_format?: {
    readonly type: "json_schema" | "json_object" | "text";
    readonly json_schema?: { readonly name: string; readonly strict?: boolean; readonly schema: JsonSchema };
  };
  readonly tools?: readonly {
    readonly type: string;
    readonly function: { readonly name: string; readonly parameters: JsonSchema; readonly strict?: boolean };
  }[];
  readonly tool_choice?: string;
}

export interface Answer {
  readonly text?: string;
  readonly toolCalls?: readonly { readonly name: string; readonly arguments: unknown }[];
}

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

const WORDS_PER_CHUNK = 3;

export function completion(body: ChatBody, answer: Answer): object {
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_700_000_000,
    model: body.model,
    choices: [
      {
        index: 0,
        finish_reason: answer.toolCalls ? "tool_calls" : "stop",
        logprobs: null,
        message: {
          role: "assistant",
          content: answer.text ?? null,
          refusal: null,
          ...(answer.toolCalls ? { tool_calls: answer.toolCalls.map(toolCall) } : {}),
        },
      },
    ],
    usage: usageOf(body, answer),
  };
}

/** The stream's events in order: role, words, tool calls in two halves, the end, and usage when asked for. */
export function chunks(body: ChatBody, answer: Answer): object[] {
  const pieces = (answer.text ?? "").match(new RegExp(`(?:\\S+\\s*){1,${WORDS_PER_CHUNK}}`, "g")) ?? [];
  const calls = (answer.toolCalls ?? []).flatMap((call, index) => {
    const { id, type, function: named } = toolCall(call, index);
    const half = Math.ceil(named.arguments.length / 2);
    return [
      { index, id, type, function: { name: named.name, arguments: named.arguments.slice(0, half) } },
      { index, function: { arguments: named.arguments.slice(half) } },
    ];
  });
  const deltas = [
    { role: "assistant", content: "" },
    ...pieces.map((content) => ({ content })),
    ...calls.map((call) => ({ tool_calls: [call] })),
  ];
  const base = {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1_700_000_000,
    model: body.model,
  };
  return [
    ...deltas.map((delta) => ({ ...base, choices: [{ index: 0, delta, finish_reason: null }] })),
    { ...base, choices: [{ index: 0, delta: {}, finish_reason: answer.toolCalls ? "tool_calls" : "stop" }] },
    ...(body.stream_options?.include_usage ? [{ ...base, choices: [], usage: usageOf(body, answer) }] : []),
  ];
}

/** What OpenAI says of a schema that strict structured output does not take; undefined when it takes it. */
export function strictProblem(schema: JsonSchema, path = "schema"): string | undefined {
  if (schema.type === "object") {
    const names = Object.keys(schema.properties ?? {});
    if (schema.additionalProperties !== false)
      return `${path}: 'additionalProperties' is required to be false`;
    if (names.some((name) => !schema.required?.includes(name)))
      return `${path}: 'required' must list every key`;
  }
  const inner = [
    ...Object.entries(schema.properties ?? {}),
    ...(schema.items ? [["items", schema.items] as const] : []),
    ...(schema.anyOf ?? []).map((each, at) => [`anyOf/${at}`, each] as const),
  ];
  if ("oneOf" in schema || "allOf" in schema) return `${path}: 'oneOf' and 'allOf' are not permitted`;
  for (const [name, part] of inner) {
    const problem = strictProblem(part, `${path}/${name}`);
    if (problem) return problem;
  }
  return undefined;
}

function toolCall(call: { name: string; arguments: unknown }, index: number) {
  const text = typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments);
  return { id: `call_${index}`, type: "function" as const, function: { name: call.name, arguments: text } };
}

export function usageOf(body: ChatBody, answer: Answer) {
  const prompt = body.messages.reduce(
    (sum, message) => sum + Math.ceil((message.content ?? "").length / 4),
    0,
  );
  const written = Math.ceil(((answer.text ?? "").length + JSON.stringify(answer.toolCalls ?? "").length) / 4);
  return { prompt_tokens: prompt, completion_tokens: written, total_tokens: prompt + written };
}
