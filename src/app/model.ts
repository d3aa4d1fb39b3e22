import { createOfflineModel } from "../adapters/offline/model.ts";
import { createOpenAiModel } from "../adapters/openai/model.ts";
import type { Logger } from "../ports/logger.ts";
import type { Model, ModelRun } from "../ports/model.ts";
import type { ModelConfig } from "./config.ts";
import type { Secrets } from "./secrets.ts";

export interface Models {
  /** What writes and talks: a language model when one is set, else the offline engine. */
  readonly model: Model;
  /** The rules, which always read first. */
  readonly offline: Model;
}

/** Endpoints on one's own machine often want no key, but the protocol wants a word in its place. */
const NO_KEY = "none";

/** Chooses the model's provider. Whatever a language model fails at for good, the offline engine answers instead. */
export function createModels(config: ModelConfig, secrets: Secrets, logger: Logger): Models {
  const offline = createOfflineModel();
  if (config.kind === "offline") return { model: offline, offline };
  const { models, baseUrl } = config;
  const remote = createOpenAiModel({
    apiKey: secrets.openai ?? NO_KEY,
    models,
    logger,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
  return { model: withFallback(remote, offline, logger), offline };
}

/** Reading needs no fallback: the rules have read already, and a reading that failed adds nothing. */
export function withFallback(remote: Model, offline: Model, logger: Logger): Model {
  const instead = async <T>(run: ModelRun, what: string, ask: (model: Model) => Promise<T>): Promise<T> => {
    try {
      return await ask(remote);
    } catch (error) {
      run.signal.throwIfAborted();
      logger.warn({ err: error, what }, "the model failed; the offline engine answers");
      return ask(offline);
    }
  };
  return {
    info: remote.info,
    read: (request, run) => remote.read(request, run),
    draft: (request, run) => instead(run, "draft", (model) => model.draft(request, run)),
    write: (request, run) => instead(run, "write", (model) => model.write(request, run)),
    talk: (request, run) =>
      instead(run, "talk", async (model) => {
        const talk = await model.talk(request, run);
        return model === remote
          ? talk
          : {
              ...talk,
              text: `${talk.text}\n\n_The language model does not answer at the moment, so my offline engine did._`,
            };
      }),
    ping: (signal) => remote.ping(signal),
  };
}
