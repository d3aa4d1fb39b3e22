import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import type { Ask } from "./ask.ts";
import type { CallName } from "./config.ts";

const MAX_ECHOED_CHARS = 6_000;
const MAX_PROBLEM_CHARS = 1_200;

export interface JsonQuestion<Wire, Value> {
  readonly call: CallName;
  readonly name: string;
  /** Every field required, optional ones nullable: the subset that strict structured output takes. */
  readonly schema: z.ZodType<Wire>;
  readonly messages: readonly ChatCompletionMessageParam[];
  /** Turns what fits the schema into what is wanted, or says what is wrong with it. */
  readonly check: (wire: Wire) => Checked<Value>;
  readonly signal: AbortSignal;
}

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

/** Asks for JSON, holds it against schema and check, and has it repaired once. Throws a retryable AppError after that. */
export async function askJson<Wire, Value>(ask: Ask, question: JsonQuestion<Wire, Value>): Promise<Value> {
  const { call, name, signal } = question;
  const schema = jsonSchema(question.schema);
  let messages = question.messages;
  let problem = "";
  for (let round = 0; round < 2; round += 1) {
    const reply = await ask({ call, messages, format: { name, schema }, signal });
    const result = readJson(reply.text, question);
    if (result.ok) return result.value;
    problem = result.problem.slice(0, MAX_PROBLEM_CHARS);
    messages = [
      ...question.messages,
      { role: "assistant", content: reply.text.slice(0, MAX_ECHOED_CHARS) },
      {
        role: "user",
        content: `That answer cannot be used: ${problem}\nAnswer again with the whole corrected JSON object and nothing else.`,
      },
    ];
  }
  throw new AppError("invalid", "The model's answer did not fit.", {
    cause: new Error(problem),
    retryable: true,
  });
}

function readJson<Wire, Value>(text: string, { schema, check }: JsonQuestion<Wire, Value>): Checked<Value> {
  let value: unknown;
  try {
    value = JSON.parse(bareJson(text));
  } catch (error) {
    return {
      ok: false,
      problem: `it is not JSON (${error instanceof Error ? error.message : "unreadable"}).`,
    };
  }
  const result = schema.safeParse(value);
  return result.success ? check(result.data) : { ok: false, problem: z.prettifyError(result.error) };
}

/** Without the fence or the words that some models put round their JSON. */
export function bareJson(text: string): string {
  const start = text.indexOf("{");
  const end = text.lastIndexOf("}");
  return start < 0 || end < start ? text : text.slice(start, end + 1);
}

function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema);
  return rest;
}
