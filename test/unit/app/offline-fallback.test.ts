import { describe, expect, onTestFinished, test } from "vitest";
import { createOfflineModel } from "../../../src/adapters/offline/model.ts";
import { createModels } from "../../../src/app/model.ts";
import { withOfflineFallback } from "../../../src/app/offline-fallback.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { EMPTY_READING } from "../../../src/domain/reading/reading.ts";
import type { Model } from "../../../src/ports/model.ts";
import { noteLogger } from "../../fakes/note-logger.ts";
import { startOpenAiServer } from "../../fakes/openai-server.ts";

const FILM = { title: "Salt", documents: {} };
const TALK = { text: "Hello", film: FILM, bible: [], history: [], offers: [] };
const DRAFT = {
  kind: "character",
  brief: "",
  film: FILM,
  taken: [],
  cast: [],
  places: [],
  seed: 1,
  index: 0,
  attempt: 0,
} as const;
const WRITE = { document: "logline", brief: "", film: FILM, bible: [], seed: 1 } as const;
const NOTICE = /language model does not answer/;
const run = () => ({ signal: new AbortController().signal });

/** A model that fails as often as told and counts how often it was asked. */
function failing(times: number): Model & { asked: number } {
  const answer = async <T>(value: T): Promise<T> => {
    model.asked += 1;
    if (model.asked <= times) throw new AppError("unavailable", "No model answered.", { retryable: true });
    return value;
  };
  const model = {
    asked: 0,
    info: { name: "big", offline: false },
    read: () => answer(EMPTY_READING),
    draft: () => answer({ name: "From the model" }),
    write: () => answer("From the model."),
    revise: () => answer("From the model."),
    talk: () => answer({ text: "From the model.", offers: [] }),
    ping: () => answer(undefined),
  };
  return model;
}

describe("withOfflineFallback", () => {
  test("a call that can wait is told of a failure that may pass, and neither begins a rest nor keeps one", async () => {
    const remote = failing(4);
    const model = withOfflineFallback(remote, createOfflineModel(), noteLogger());
    const later = { ...run(), background: true };
    for (let call = 0; call < 4; call += 1) {
      await expect(model.draft(DRAFT, later)).rejects.toMatchObject({ retryable: true });
    }
    expect(await model.draft(DRAFT, run())).toEqual({ name: "From the model" });
    expect(remote.asked).toBe(5);
  });

  test("a call that can wait is answered offline where no other try can help", async () => {
    const refusing: Model = {
      ...failing(0),
      draft: async () => {
        throw new AppError("unauthorized", "The model's endpoint refused the key.");
      },
    };
    const model = withOfflineFallback(refusing, createOfflineModel(), noteLogger());
    const { name } = await model.draft(DRAFT, { ...run(), background: true });
    expect(name).toEqual(expect.any(String));
  });

  test("the model answers while it can", async () => {
    const model = withOfflineFallback(failing(0), createOfflineModel(), noteLogger());
    const notices: string[] = [];
    const noted = { ...run(), onNotice: (text: string) => void notices.push(text) };
    expect(model.info).toEqual({ name: "big", offline: false });
    expect(await model.write(WRITE, noted)).toBe("From the model.");
    expect(await model.talk(TALK, run())).toEqual({ text: "From the model.", offers: [] });
    expect(await model.draft(DRAFT, noted)).toEqual({ name: "From the model" });
    expect(await model.read({ text: "", known: [], focus: [], film: FILM }, noted)).toEqual(EMPTY_READING);
    expect(notices).toEqual([]);
  });

  test("when it fails, the offline engine answers and says so", async () => {
    const logger = noteLogger();
    const offline = createOfflineModel();
    const notices: string[] = [];
    const noted = { ...run(), onNotice: (text: string) => void notices.push(text) };
    const fallback = () => withOfflineFallback(failing(9), offline, logger);
    expect(await fallback().write(WRITE, noted)).toBe(await offline.write(WRITE, run()));
    expect(await fallback().draft(DRAFT, noted)).toEqual(await offline.draft(DRAFT, run()));
    expect((await fallback().talk(TALK, noted)).text).not.toMatch(NOTICE);
    expect(notices).toHaveLength(3);
    expect(notices.every((notice) => NOTICE.test(notice))).toBe(true);
    expect((await fallback().talk(TALK, run())).text).toMatch(NOTICE);
    expect(logger.lines.filter((line) => line.level === "warn")).toHaveLength(4);
  });

  test("a reading that fails says so at once: the rules have read already", async () => {
    const broken = failing(9);
    const model = withOfflineFallback(broken, createOfflineModel(), noteLogger());
    const request = { text: "", known: [], focus: [], film: FILM };
    for (let time = 0; time < 5; time += 1) await expect(model.read(request, run())).rejects.toThrow();
    expect(broken.asked).toBe(3);
  });

  test("an abort is passed on, not answered", async () => {
    const model = withOfflineFallback(failing(9), createOfflineModel(), noteLogger());
    await expect(model.write(WRITE, { signal: AbortSignal.abort(new Error("gone")) })).rejects.toThrow(
      "gone",
    );
  });

  test("a model that keeps failing rests for a while and is then asked again", async () => {
    let now = 0;
    const broken = failing(3);
    const model = withOfflineFallback(broken, createOfflineModel(), noteLogger(), () => now);
    for (let time = 0; time < 5; time += 1) await model.write(WRITE, run());
    expect(broken.asked).toBe(3);
    now += 30_000;
    expect(await model.write(WRITE, run())).toBe("From the model.");
    expect(broken.asked).toBe(4);
  });

  test("ping asks the model itself", async () => {
    const model = withOfflineFallback(failing(1), createOfflineModel(), noteLogger());
    await expect(model.ping(run().signal)).rejects.toThrow();
    await expect(model.ping(run().signal)).resolves.toBeUndefined();
  });
});

describe("createModels", () => {
  test("without an endpoint, rules do all of it", () => {
    const { model, offline } = createModels({ kind: "offline" }, {}, noteLogger());
    expect(model).toBe(offline);
    expect(model.info.offline).toBe(true);
  });

  test("with an endpoint, its model writes, and the rules read beside it", async () => {
    const server = await startOpenAiServer({ answer: () => "By a model." });
    onTestFinished(() => server.close());
    const config = { kind: "openai", baseUrl: server.url, models: ["test-model"] } as const;
    const { model, offline } = createModels(config, { openai: "sk-test" }, noteLogger());
    expect(await model.write(WRITE, run())).toBe("By a model.");
    expect(offline.info.offline).toBe(true);
    expect(model.info).toEqual({ name: "test-model", offline: false });
  });

  test("a local endpoint needs no key", async () => {
    const server = await startOpenAiServer({ apiKey: "none", answer: () => "By a model." });
    onTestFinished(() => server.close());
    const { model } = createModels({ kind: "openai", baseUrl: server.url, models: ["m"] }, {}, noteLogger());
    expect(await model.write(WRITE, run())).toBe("By a model.");
  });
});
