import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createRandom } from "../../src/lib/random.ts";
import { type OpenAiServer, startOpenAiServer } from "../fakes/openai-server.ts";
import { answerSensibly } from "../fakes/openai-server-answers.ts";
import type { Answer, ChatBody } from "../fakes/openai-server-protocol.ts";
import { whyNoPostgres } from "../support/postgres-server.ts";
import { begin, verify } from "./bulk-rounds.ts";
import { Client } from "./client.ts";
import { Fleet } from "./fleet.ts";
import type { Program } from "./program.ts";

const ITEMS = 1_000;
const WORKERS = 3;
const KILLS = 10;
const AWAY_ITEMS = 300;
const HALF = 15;
const KILL_WITHIN_MS = 2_000;
const ANSWER_MS = 150;

const reason = whyNoPostgres();
const noRedis = spawnSync("redis-server", ["--version"]).status !== 0;

describe.skipIf(reason !== undefined)(`one bot and three workers${reason ? `: ${reason}` : ""}`, () => {
  let fleet: Fleet;
  let model: OpenAiServer | undefined;
  afterEach(async () => {
    await fleet.close();
    await model?.close();
    model = undefined;
  });

  test.each([
    { queue: "Postgres", redis: false },
    { queue: "Redis", redis: true },
  ])(
    "a thousand items over $queue, workers killed at random: exactly a thousand, one true message",
    async ({ redis, queue }) => {
      if (redis && noRedis) return console.log("not tested: redis-server is not on PATH");
      fleet = await Fleet.open({ redis });
      model = await startOpenAiServer({ answer: slowly });
      const env = { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test" };
      const bot = await fleet.bot(env);
      const crew = await Promise.all(Array.from({ length: WORKERS }, () => fleet.worker(env)));
      const seed = Date.now() % 100_000;
      const random = createRandom(seed);
      const client = new Client(bot.url);
      const started = await begin(client, ITEMS, 0);
      const from = performance.now();
      const seen: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        await new Promise((resolve) => setTimeout(resolve, random.next() * KILL_WITHIN_MS));
        const victim = crew[Math.floor(random.next() * WORKERS)] as Program;
        await victim.kill("SIGKILL");
        seen.push((await client.operation(started.operationId)).progress.completed);
        if (kill % 2 === 1) await victim.startDeaf();
        else victim.spawn();
      }
      await client.ended(started.operationId, 180_000, 100);
      console.log(
        `${queue}: seed ${seed}, ${Math.round(performance.now() - from)} ms, kills at ${seen.join(" ")}`,
      );
      await verify(client, started, ITEMS);
      expect(seen.filter((completed) => completed < ITEMS).length).toBeGreaterThan(2);
    },
  );

  test("the server goes away in the middle and comes back: exactly as many, one true message", async () => {
    fleet = await Fleet.open();
    model = await startOpenAiServer({ answer: slowly });
    const env = { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test" };
    const bot = await fleet.bot(env);
    await Promise.all([fleet.worker(env), fleet.worker(env)]);
    const client = new Client(bot.url);
    const started = await begin(client, AWAY_ITEMS, 0);
    const done = async () => (await client.operation(started.operationId)).progress.completed;
    await expect.poll(done, { timeout: 30_000 }).toBeGreaterThan(AWAY_ITEMS / 5);
    await fleet.server.outage(2_000);
    await expect
      .poll(
        () =>
          client.operation(started.operationId).then(
            () => true,
            () => false,
          ),
        { timeout: 30_000 },
      )
      .toBe(true);
    console.log(`${await done()} of ${AWAY_ITEMS} when the server was back`);
    await client.ended(started.operationId, 120_000, 100);
    await verify(client, started, AWAY_ITEMS);
    expect(
      (await client.say(started.session_id, "Create a character named Zoe Ward, a pilot")).reply.text,
    ).toMatch(/Zoe/);
  });

  test("what runs elsewhere is silent within a second of Cancel", async () => {
    fleet = await Fleet.open();
    const open = new Set<object>();
    let closedAt = 0;
    const hanging = createServer((request, response) => {
      open.add(response);
      request.resume();
      response.on("close", () => {
        open.delete(response);
        closedAt = performance.now();
      });
    }).listen(0, "127.0.0.1");
    await once(hanging, "listening");
    try {
      const { port } = hanging.address() as AddressInfo;
      const slow = { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, OPENAI_API_KEY: "k" };
      const bot = await fleet.bot();
      await Promise.all(Array.from({ length: WORKERS }, () => fleet.worker(slow)));
      const client = new Client(bot.url);
      const { session_id, operationId } = await begin(client, ITEMS, 0);
      await expect.poll(() => open.size, { timeout: 20_000 }).toBe(WORKERS * 8);
      const from = performance.now();
      await client.say(session_id, `/jobs cancel ${operationId}`);
      await expect.poll(() => open.size, { timeout: 5_000, interval: 10 }).toBe(0);
      console.log(`silent ${Math.round(closedAt - from)} ms after Cancel`);
      expect(closedAt - from).toBeLessThan(1_000);
      expect((await client.operation(operationId)).status).toBe("cancelled");
    } finally {
      hanging.closeAllConnections();
      hanging.close();
    }
  });

  test("two bots hear the same, one is killed: each message is answered once and in order", async () => {
    fleet = await Fleet.open();
    const bots = [await fleet.bot(), await fleet.bot()];
    const [one, two] = bots.map((bot) => new Client(bot.url)) as [Client, Client];
    const { session_id } = await one.session("Twice", "free");
    const texts = Array.from({ length: 30 }, (_, at) => `Create a character named Pilot${at} Ward, a pilot`);
    for (const [at, text] of texts.entries()) {
      const heard = at > HALF ? [two] : [one, two];
      const answers = Promise.allSettled(heard.map((client) => client.say(session_id, text, `m${at}`)));
      if (at === HALF) await bots[0]?.kill("SIGKILL");
      const settled = await answers;
      expect(settled.at(-1), JSON.stringify(settled)).toMatchObject({ status: "fulfilled" });
    }
    const messages = await two.messages(session_id);
    const people = messages.filter(({ role }) => role === "person").map(({ text }) => text);
    expect(people).toEqual(texts.slice(-people.length));
    expect(messages.map(({ role }) => role)).toEqual(people.flatMap(() => ["person", "backlot"]));
  });
});

let answered = 0;

/** A model that takes a moment, and now and then comes upon a name that it gave before. */
async function slowly(body: ChatBody): Promise<Answer> {
  const answer = answerSensibly(body);
  await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  answered += 1;
  const number = answered % 10 === 0 ? Math.floor(answered / 2) : answered;
  const name = [...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("");
  return answer.text?.includes('"occupation"')
    ? { text: JSON.stringify({ ...(JSON.parse(answer.text) as object), name: `Vale ${name}`, age: 40 }) }
    : answer;
}
