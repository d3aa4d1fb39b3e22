import { AppError } from "../../domain/errors.ts";
import type { Model, ModelRun } from "../../ports/model.ts";
import { type Ask, createAsk } from "./ask.ts";
import { createClient } from "./client.ts";
import type { OpenAiConfig } from "./config.ts";
import { draftWithModel } from "./draft.ts";
import { readFailure } from "./failure.ts";
import { readWithModel } from "./read.ts";
import { reviseWithModel } from "./revise.ts";
import { summariseWithModel } from "./summarise.ts";
import { talkWithModel } from "./talk.ts";
import { wordWithModel } from "./word.ts";
import { writeWithModel } from "./write.ts";

/** Endpoints without a list of models are there all the same. */
const NO_LIST = new Set([404, 405, 501]);

/** A language model at any endpoint that speaks Chat Completions: OpenAI, OpenRouter, Ollama, vLLM and their like. */
export function createOpenAiModel(config: OpenAiConfig): Model {
  const client = createClient(config);
  const asking = createAsk(client, config);
  const asks =
    ({ background = false, onUsage }: ModelRun): Ask =>
    (question) =>
      asking(background || onUsage ? { ...question, background, onUsage } : question);
  return {
    info: { name: config.models[0] ?? "openai", offline: false },
    read: (request, run) => readWithModel(asks(run), request, run),
    draft: (request, run) => draftWithModel(asks(run), request, run),
    write: (request, run) => writeWithModel(asks(run), request, run),
    revise: (request, run) => reviseWithModel(asks(run), request, run),
    talk: (request, run) => talkWithModel(asks(run), request, run),
    summarise: (request, run) => summariseWithModel(asks(run), request, run),
    word: (request, run) => wordWithModel(asks(run), request, run),
    ping: async (signal) => {
      try {
        await (await client()).models.list({ signal });
      } catch (error) {
        signal.throwIfAborted();
        const { status, code } = readFailure(error);
        if (status !== undefined && NO_LIST.has(status)) return;
        throw new AppError(
          "unavailable",
          `The model's endpoint is away (${status ?? code ?? "no answer"}).`,
          {
            retryable: true,
          },
        );
      }
    },
  };
}
