import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createOfflineModel } from "../../src/adapters/offline/model.ts";
import { createOpenAiModel } from "../../src/adapters/openai/model.ts";
import { RateLimitedError } from "../../src/domain/errors.ts";
import { createRandom } from "../../src/lib/random.ts";
import type { Model } from "../../src/ports/model.ts";
import { type OpenAiServer, startOpenAiServer } from "../fakes/openai-server.ts";
import { answerSensibly } from "../fakes/openai-server-answers.ts";
import type { ChatBody } from "../fakes/openai-server-protocol.ts";
import { silent } from "../support/stage.ts";
import { hasEnded, Works } from "../support/works.ts";

const ITEMS = 200;
const SILENCE_MS = 300;
const RETRY_AFTER_MS = 400;
/** Some items nobody can make until the endpoint is mended. */
const BROKEN = new Set([7, 40, 41, 99, 150]);
const CALLS = 5_000;

describe("bulk work on a model that fails", () => {
  let server: OpenAiServer;
  let works: Works;
  let broken = true;
  /** Times of the requests, and tries of items that reached the model. */
  let requests: number[];
  let tries: number;

  beforeEach(async () => {
    [broken, requests, tries] = [true, [], 0];
    server = await startOpenAiServer({ answer });
    server.fault(...faults(Date.now() % 100_000));
    const remote = createOpenAiModel({
      apiKey: "sk-test",
      baseUrl: server.url,
      models: ["test-model"],
      timeoutMs: SILENCE_MS,
      logger: silent,
    });
    const counted: Model = {
      ...remote,
      draft: async (request, run) => {
        const isTry = request.attempt === 0;
        if (isTry) tries += 1;
        try {
          return await remote.draft(request, run);
        } catch (error) {
          // Told to wait it did not try.
          if (isTry && error instanceof RateLimitedError) tries -= 1;
          throw error;
        }
      },
    };
    works = await Works.open({
      timings: { backoffMs: 100 },
      models: { model: counted, offline: createOfflineModel() },
    });
  });
  afterEach(async () => {
    await works.close();
    await server.close();
  });

  function answer(body: ChatBody): string {
    requests.push(performance.now());
    const number = Number(/It is number (\d+)/.exec(JSON.stringify(body.messages))?.[1]);
    if (broken && BROKEN.has(number)) throw new Error("no answer to that");
    const drafted = JSON.parse(String((answerSensibly(body) as { text: string }).text));
    return JSON.stringify({ ...drafted, age: 40, name: `Person ${spelled(number)}` });
  }

  test("10 % errors, 5 % time-outs and 429: it ends, its tries are counted, and Retry failed makes the rest", async () => {
    const session = await works.session();
    const began = performance.now();
    const { id, messageId } = await works.start(session, `/bulk characters ${ITEMS}`);
    const { progress } = await works.until(id, hasEnded, 120_000);
    const seconds = (performance.now() - began) / 1_000;
    expect(progress).toEqual({
      completed: ITEMS - BROKEN.size,
      total: ITEMS,
      failed: BROKEN.size,
      cancelled: 0,
    });
    const sent = server.requests.length;
    const busiest = busiestSecond(requests);
    console.log(
      `${sent} requests for ${tries} tries in ${seconds.toFixed(1)} s; ${busiest} answered in the busiest second`,
    );
    expect(sent).toBeLessThan(3 * ITEMS);

    const items = await works.stores.operations.items(id);
    expect(items.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(tries);
    const failed = items.filter(({ status }) => status === "failed");
    expect(failed.map(({ index }) => index + 1)).toEqual([...BROKEN]);
    for (const { error = "" } of failed) expect(error).toMatch(/^[A-Z][\w ,']+\.$/);
    await works.until(id, ({ shown }) => shown, 10_000);
    expect(await works.shown(messageId)).toMatchObject({
      completed: ITEMS - BROKEN.size,
      failed: BROKEN.size,
    });

    broken = false;
    await works.pressShown(session, messageId, "Retry failed");
    const retried = await works.until(id, hasEnded, 60_000);
    expect(retried.progress).toEqual({ completed: ITEMS, total: ITEMS, failed: 0, cancelled: 0 });
    const after = await works.stores.operations.items(id);
    expect(after.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(tries);
    const entries = await works.stores.bible.list(session.project_id, { limit: 2 * ITEMS });
    expect([entries.length, new Set(entries.map(({ name }) => name)).size]).toEqual([ITEMS, ITEMS]);
  });
});

/** One request in ten fails, one in twenty is never answered, one in fifty is told to wait. */
function faults(seed: number) {
  console.log(`seed ${seed}`);
  const random = createRandom(seed);
  return Array.from({ length: CALLS }, () => {
    const drawn = random.next();
    if (drawn < 0.1) return { type: "status", status: 500 } as const;
    if (drawn < 0.15) return { type: "hang" } as const;
    if (drawn < 0.17)
      return { type: "status", status: 429, headers: { "retry-after-ms": String(RETRY_AFTER_MS) } } as const;
    return { type: "ok" } as const;
  });
}

/** Letters for a number, so that no two names are alike enough to be taken for one. */
const spelled = (number: number) =>
  [...String(number)]
    .map((digit) => "Ana Boris Chidi Dolo Emek Fari Goran Hann Ivo Jas".split(" ")[Number(digit)])
    .join(" ");

/** The most of these that fall into one second. */
function busiestSecond(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
}
