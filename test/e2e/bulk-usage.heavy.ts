import assert from "node:assert/strict";
import { expect, test } from "vitest";
import { createRandom } from "../../src/lib/random.ts";
import { startOpenAiServer } from "../fakes/openai-server.ts";
import { answerSensibly } from "../fakes/openai-server-answers.ts";
import type { ChatBody } from "../fakes/openai-server-protocol.ts";
import { begin, verify } from "./bulk-rounds.ts";
import { Client } from "./client.ts";
import { Program } from "./program.ts";

const ITEMS = 60;
const KILLS = 4;
/** A kill comes so many answers after the last, at most, and a moment later. */
const ANSWERS_BETWEEN = 8;
const ANSWER_MS = 60;
const PRICES = { input: 2, output: 10 };

/** The tokens are written with the item they were used for, so what is lost is what no write had taken: answers under way when it was killed. */
test("an operation killed again and again counts exactly the answers that its items were made of", async () => {
  const seed = Date.now() % 100_000;
  const random = createRandom(seed);
  const server = await startOpenAiServer({ answer });
  const program = await Program.create({
    env: {
      LOG_LEVEL: "error",
      OPENAI_API_KEY: "sk-test",
      OPENAI_BASE_URL: server.url,
      OPENAI_MODEL: "test-model",
      OPENAI_PRICE_IN: String(PRICES.input),
      OPENAI_PRICE_OUT: String(PRICES.output),
    },
  });
  try {
    await program.start();
    const started = await begin(new Client(program.url), ITEMS, 0);
    let midway = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const enough = server.answered.length + 1 + Math.floor(random.next() * ANSWERS_BETWEEN);
      await expect
        .poll(() => server.answered.length, { timeout: 60_000, interval: 2 })
        .toBeGreaterThanOrEqual(enough);
      await new Promise((resolve) => setTimeout(resolve, random.next() * ANSWER_MS));
      await program.kill("SIGKILL");
      await program.start();
      const { progress } = await new Client(program.url).operation(started.operationId);
      if (progress.completed < ITEMS) midway += 1;
    }
    const client = new Client(program.url);
    await client.ended(started.operationId, 120_000, 100);
    await verify(client, started, ITEMS);
    const { usage } = await client.operation(started.operationId);
    const answers = server.answered.flatMap(({ body, ...tokens }) => {
      const number = numberIn(body);
      return number === undefined ? [] : [{ number, ...tokens }];
    });
    // An answer whose item was written is the last one that was asked for.
    const last = new Map(answers.map((each) => [each.number, each]));
    const kept = [...last.values()];
    const input_tokens = sum(kept.map(({ input }) => input));
    const output_tokens = sum(kept.map(({ output }) => output));
    const lost = answers.length - kept.length;
    console.log(`seed ${seed}: ${answers.length} answers, ${lost} lost with ${midway} kills midway`);
    assert.equal(kept.length, ITEMS);
    expect(usage).toMatchObject({ input_tokens, output_tokens });
    expect(usage?.cost).toBeCloseTo(
      (input_tokens * PRICES.input + output_tokens * PRICES.output) / 1_000_000,
      9,
    );
    expect(midway).toBeGreaterThan(2);
  } finally {
    await program.remove();
    await server.close();
  }
});

async function answer(body: ChatBody) {
  await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  const number = numberIn(body);
  const given = answerSensibly(body);
  if (number === undefined || !("text" in given)) return given;
  return JSON.stringify({ ...JSON.parse(String(given.text)), name: `Person ${spelled(number)}` });
}

function numberIn({ messages }: ChatBody): number | undefined {
  const [, number] = /It is number (\d+)/.exec(JSON.stringify(messages)) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Letters for a number, so that no two names are alike enough to be taken for one. */
const spelled = (number: number): string =>
  [...String(number)]
    .map((digit) => "Ana Boris Chidi Dolo Emek Fari Goran Hann Ivo Jas".split(" ")[Number(digit)])
    .join(" ");

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
