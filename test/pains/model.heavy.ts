import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenAiServer, startOpenAiServer } from "../fakes/openai-server.ts";
import { answerSensibly } from "../fakes/openai-server-answers.ts";
import { Premises } from "../rooms/premises.ts";
import { said, soon, type Talk } from "../rooms/room.ts";
import { onBoth, SARAH } from "./both.ts";

/** Three words at a time. */
const DRIP_MS = 240;
const WORDS = 90;
/** Takes longer than the thirty seconds that other bots hold a thread by. */
const MANY_WORDS = 420;
const LONG_MS = (MANY_WORDS / 3) * DRIP_MS;

const wordsOf = (mark: string) => (mark.startsWith("markSlow") ? MANY_WORDS : WORDS);
const story = (mark: string) =>
  `${Array.from({ length: wordsOf(mark) }, (_, n) => `${mark}-${n}`).join(" ")} The end of ${mark}.`;

/** What people suffer from while a model works, each by its number, over the real program on Discord and Slack. */
describe("the pains of a slow model", () => {
  let model: OpenAiServer;
  let premises: Premises;
  beforeAll(async () => {
    model = await startOpenAiServer({
      dripMs: DRIP_MS,
      answer: (body) => {
        const mark = /mark\w+/.exec(String(body.messages.at(-1)?.content))?.[0];
        if (body.response_format || !mark || !body.stream) return answerSensibly(body);
        return story(mark);
      },
    });
    premises = await Premises.open({
      OPENAI_API_KEY: "sk-test",
      OPENAI_BASE_URL: model.url,
      OPENAI_MODEL: "test-model",
    });
  });
  afterAll(async () => {
    await premises?.close();
    await model?.close();
  });

  const shown = (talk: Talk) =>
    talk
      .seen()
      .map(({ text }) => text)
      .join(" ")
      .replace(/\s+/g, " ");
  const words = (talk: Talk, mark: string) => shown(talk).match(new RegExp(`${mark}-\\d+`, "g")) ?? [];
  const whole = async (talk: Talk, mark: string, withinMs?: number) => {
    await soon(() => expect(shown(talk)).toContain(`The end of ${mark}`), withinMs);
    await soon(() => expect(words(talk, mark)).toEqual(story(mark).match(/mark\w+-\d+/g)));
  };

  test.concurrent("4. a model call longer than any lock: its answer comes once, and what was said meanwhile after it", async () => {
    const typed = premises.discord.world.typing.length;
    await onBoth(premises, async ({ talk, platform }) => {
      const mark = `markSlow${platform}`;
      await said(talk, SARAH, /Sarah/);
      await talk.say(`Tell me about ${mark}, please`);
      await talk.say("Create a character named Otto, a cook");
      await whole(talk, mark, LONG_MS + 60_000);
      await soon(() => expect(shown(talk)).toMatch(/Otto\*+ \(character\) created/));
      const texts = talk.seen().map(({ text }) => text);
      expect(texts.filter((text) => text.includes(`${mark}-0 `))).toHaveLength(1);
      expect(texts.findIndex((text) => text.includes("Otto"))).toBeGreaterThan(
        texts.findIndex((text) => text.includes(`${mark}-0 `)),
      );
    });
    expect(premises.discord.world.typing.length - typed, "work is seen to go on").toBeGreaterThan(2);
  }, 150_000);

  test.concurrent("8. a stream that dies takes no text with it", async () => {
    premises.slack.workspace.streamsLastMs = 2_500;
    await onBoth(premises, async ({ talk, platform }) => {
      const mark = `markStream${platform}`;
      await talk.say(`Tell me about ${mark}, please`);
      await soon(() => expect(words(talk, mark).length).toBeGreaterThan(0));
      expect(words(talk, mark).length, "it is seen to grow").toBeLessThan(WORDS);
      await whole(talk, mark, 60_000);
    });
  }, 120_000);

  test.concurrent("9. stop stops, says so truly, and what comes after is answered", async () => {
    await onBoth(premises, async ({ talk, platform }) => {
      const mark = `markStop${platform}`;
      await talk.say(`Tell me about ${mark}, please`);
      await soon(() => expect(words(talk, mark).length).toBeGreaterThan(0));
      await talk.say("/stop");
      await soon(() => expect(shown(talk)).toMatch(/Stopped by Ana/));
      const kept = words(talk, mark).length;
      await sleep(2_000);
      expect(words(talk, mark)).toHaveLength(kept);
      expect(shown(talk)).not.toContain(`The end of ${mark}`);
      await said(talk, "Create a character named Otto, a cook", /Otto\*+ \(character\) created/);
    });
  }, 120_000);
});
