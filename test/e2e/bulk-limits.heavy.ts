import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createOfflineModel } from "../../src/adapters/offline/model.ts";
import { createOpenAiModel } from "../../src/adapters/openai/model.ts";
import { withOfflineFallback } from "../../src/app/offline-fallback.ts";
import { type OpenAiServer, startOpenAiServer } from "../fakes/openai-server.ts";
import { answerSensibly } from "../fakes/openai-server-answers.ts";
import type { ChatBody } from "../fakes/openai-server-protocol.ts";
import { silent } from "../support/stage.ts";
import { hasEnded, Works } from "../support/works.ts";

const ITEMS = 40;
/** What one process asks at a time. */
const CONCURRENCY = 8;
const REST_MS = 1_000;
const MADE_UP = "Ana Boris Chidi Dolo Emek Fari Goran Hann Ivo Jas".split(" ");

describe("bulk work on a model whose provider asks to be left alone", () => {
  let server: OpenAiServer;
  let works: Works;
  let closedUntil: number;
  /** Requests answered, and requests refused by the number of the rest. */
  let answered: number;
  let refused: number[];

  beforeEach(async () => {
    [closedUntil, answered, refused] = [0, 0, []];
    server = await startOpenAiServer({ answer, closedFor });
    const remote = createOpenAiModel({
      apiKey: "sk-test",
      baseUrl: server.url,
      models: ["test-model"],
      logger: silent,
    });
    const offline = createOfflineModel();
    works = await Works.open({ models: { model: withOfflineFallback(remote, offline, silent), offline } });
  });
  afterEach(async () => {
    await works.close();
    await server.close();
  });

  /** Closes at its tenth and its twenty-fifth answer. */
  function closedFor(): number {
    const now = performance.now();
    if ([10, 25][refused.length] === answered) {
      closedUntil = now + REST_MS;
      refused.push(0);
    }
    const ms = closedUntil - now;
    if (ms > 0) refused[refused.length - 1] = (refused.at(-1) ?? 0) + 1;
    return ms;
  }

  function answer(body: ChatBody): string {
    answered += 1;
    const number = /It is number (\d+)/.exec(JSON.stringify(body.messages))?.[1] ?? "";
    const drafted = JSON.parse(String((answerSensibly(body) as { text: string }).text));
    const name = [...number].map((digit) => MADE_UP[Number(digit)]).join(" ");
    return JSON.stringify({ ...drafted, age: 40, name: `Person ${name}` });
  }

  test("all of it rests as long as the provider says, and every item is made by the model at its first try", async () => {
    const session = await works.session();
    const began = performance.now();
    const { id } = await works.start(session, `/bulk characters ${ITEMS}`);
    const { progress } = await works.until(id, hasEnded, 60_000);
    expect(progress).toEqual({ completed: ITEMS, total: ITEMS, failed: 0, cancelled: 0 });
    expect(performance.now() - began).toBeGreaterThan(2 * REST_MS);
    expect(refused).toHaveLength(2);
    for (const requests of refused) expect(requests).toBeLessThanOrEqual(CONCURRENCY);
    expect(server.requests.length).toBe(answered + refused.reduce((sum, requests) => sum + requests, 0));
    const items = await works.stores.operations.items(id);
    expect(items.map(({ attempts }) => attempts)).toEqual(Array.from({ length: ITEMS }, () => 1));
    for (const { name } of items) expect(name).toMatch(/^Person /);
    expect(await works.queue.failed(10)).toEqual([]);
  });
});
