import { createOfflineModel } from "../adapters/offline/model.ts";
import { createOpenAiModel } from "../adapters/openai/model.ts";
import type { Pace } from "../features/bulk/pace.ts";
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
}

/** Endpoints on one's own machine often want no key, but the protocol wants a word in its place. */
const NO_KEY = "none";

/** Chooses the model's provider. `pace` is told what answers took. Whatever a language model fails at for good, the offline engine answers instead. */
export function createModels(config: ModelConfig, secrets: Secrets, logger: Logger, pace?: Pace): Models {
  const offline = createOfflineModel();
  if (config.kind === "offline") return { model: offline, offline };
  const { models, baseUrl } = config;
  const remote = createOpenAiModel({
    apiKey: secrets.openai ?? NO_KEY,
    models,
    logger,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    onUsage: ({ call, input_tokens: input, output_tokens: output }) => {
      if (call === "draft" && input !== undefined && output !== undefined) pace?.used({ input, output });
    },
  });
  return { model: withOfflineFallback(remote, offline, logger), offline };
}
