import { onTestFinished } from "vitest";
import { createAsk } from "../../../../src/adapters/openai/ask.ts";
import { createClient } from "../../../../src/adapters/openai/client.ts";
import type { ModelUsage, OpenAiConfig } from "../../../../src/adapters/openai/config.ts";
import { createOpenAiModel } from "../../../../src/adapters/openai/model.ts";
import { noteLogger } from "../../../fakes/note-logger.ts";
import { type OpenAiServerOptions, startOpenAiServer } from "../../../fakes/openai-server.ts";

export const API_KEY = "sk-test";

/** A fake endpoint and the adapter in front of it, with short waits. Closed when the test ends. */
export async function openAiLab(options: OpenAiServerOptions = {}, settings: Partial<OpenAiConfig> = {}) {
  const server = await startOpenAiServer(options);
  onTestFinished(() => server.close());
  const usage: ModelUsage[] = [];
  const logger = noteLogger();
  const config: OpenAiConfig = {
    apiKey: API_KEY,
    baseUrl: server.url,
    models: ["test-model"],
    timeoutMs: 400,
    retryBaseMs: 5,
    retryAfterCapMs: 300,
    logger,
    onUsage: (each) => usage.push(each),
    ...settings,
  };
  return {
    server,
    usage,
    logger,
    config,
    model: createOpenAiModel(config),
    ask: createAsk(createClient(config), config),
  };
}

export const FILM = { title: "Salt", documents: {} };

export const signal = () => new AbortController().signal;

export const aWrite = { document: "logline", brief: "", film: FILM, bible: [], seed: 1 } as const;
