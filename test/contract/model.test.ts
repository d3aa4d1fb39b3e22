import { createOfflineModel } from "../../src/adapters/offline/model.ts";
import { createOpenAiModel } from "../../src/adapters/openai/model.ts";
import { withOfflineFallback } from "../../src/app/offline-fallback.ts";
import { noteLogger } from "../fakes/note-logger.ts";
import { startOpenAiServer } from "../fakes/openai-server.ts";
import { modelSuite } from "./model.suite.ts";

modelSuite("offline", async () => ({ model: createOfflineModel(), close: async () => {} }));

const openAi = async () => {
  const server = await startOpenAiServer();
  const logger = noteLogger();
  const model = createOpenAiModel({ apiKey: "sk-test", baseUrl: server.url, models: ["test-model"], logger });
  return { model, logger, close: () => server.close() };
};

modelSuite("openai", openAi);

modelSuite("openai with the offline engine behind it", async () => {
  const { model, logger, close } = await openAi();
  return { model: withOfflineFallback(model, createOfflineModel(), logger), close };
});
