import type OpenAI from "openai";
import type { OpenAiConfig } from "./config.ts";

/**
 * The SDK's client, loaded on first use so that a start without a key does not pay for it. Its own retries and its
 * reading of the environment are off: tries, waits and log lines are decided here.
 */
export function createClient(config: OpenAiConfig): () => Promise<OpenAI> {
  let client: Promise<OpenAI> | undefined;
  return () => {
    client ??= import("openai").then(
      ({ default: Client }) =>
        new Client({
          apiKey: config.apiKey,
          baseURL: config.baseUrl ?? "https://api.openai.com/v1",
          adminAPIKey: null,
          organization: null,
          project: null,
          maxRetries: 0,
          logLevel: "off",
        }),
    );
    return client;
  };
}
