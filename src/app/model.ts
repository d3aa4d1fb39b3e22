import { createOfflineModel } from "../adapters/offline/model.ts";
import { createOpenAiModel } from "../adapters/openai/model.ts";
import type { Prices } from "../features/bulk/estimate.ts";
import type { Logger } from "../ports/logger.ts";
import type { Model } from "../ports/model.ts";
import type { ModelConfig } from "./config.ts";
import { withOfflineFallback } from "./offline-fallback.ts";
import type { Secrets } from "./secrets.ts";

export interface Models {
  /** What writes and talks: a language model when one is set, else the offline engine. */
  readonly model: Model;
  /** The rules, which always read first. */
  readonly offline: Model;
  /** What the model's tokens cost, in US dollars for a million. */
  readonly prices?: Prices;
}

/** Endpoints on one's own machine often want no key, but the protocol wants a word in its place. */
const NO_KEY = "none";

/** Chooses the model's provider. Whatever a language model fails at for good, the offline engine answers instead. */
export function createModels(config: ModelConfig, secrets: Secrets, logger: Logger): Models {
  const offline = createOfflineModel();
  if (config.kind === "offline") return { model: offline, offline };
  const { models, baseUrl, prices } = config;
  const remote = createOpenAiModel({
    apiKey: secrets.openai ?? NO_KEY,
    models,
    logger,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
  const model = withOfflineFallback(remote, offline, logger);
  return { model, offline, ...(prices ? { prices } : {}) };
}
