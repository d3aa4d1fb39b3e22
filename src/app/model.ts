import { createOfflineModel } from "../adapters/offline/model.ts";
import { createOpenAiModel } from "../adapters/openai/model.ts";
import type { Logger } from "../ports/logger.ts";
import type { Model } from "../ports/model.ts";
import type { ModelConfig } from "./config.ts";
import { withOfflineFallback } from "./offline-fallback.ts";
import type { Secrets } from "./secrets.ts";

/** Local endpoints want no key, but the protocol has a place for one. */
const NO_KEY = "none";

export interface Models {
  /** What the settings ask for; the offline engine answers for it when it fails. */
  readonly model: Model;
  /** Rules alone: what it parses wins over what a model says. */
  readonly offline: Model;
}

/** Chooses the provider of the model. Nothing is loaded or called before the first request. */
export function createModels(config: ModelConfig, secrets: Secrets, logger: Logger): Models {
  const offline = createOfflineModel();
  if (config.kind === "offline") return { model: offline, offline };
  const model = createOpenAiModel({
    apiKey: secrets.openai ?? NO_KEY,
    models: config.models,
    logger,
    ...(config.baseUrl === undefined ? {} : { baseUrl: config.baseUrl }),
  });
  return { model: withOfflineFallback(model, offline, logger), offline };
}
