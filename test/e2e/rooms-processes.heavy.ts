import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { type OpenAiServer, startOpenAiServer } from "../fakes/openai-server.ts";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import type { HttpLine, Line } from "../fakes/slack/lines.ts";
import { discordRoom } from "../rooms/discord.ts";
import { said, soon } from "../rooms/room.ts";
import { slackRoom } from "../rooms/slack.ts";
import { freePort } from "../support/free-port.ts";
import { whyNoPostgres } from "../support/postgres-server.ts";
import { Fleet } from "./fleet.ts";
import type { Program } from "./program.ts";
import { Marked, tellOfMarks } from "./together/marks.ts";

const TALKS = 2;
/** Said before one of the bots dies, and as many after. */
const HALF = 4;
/** Said to nobody who hears. */
const MISSED = 3;
const DRIP_MS = 40;
/** What a dead bot held is free after ten seconds, and looked for every fifteen. */
const TAKEN_OVER_MS = 60_000;

const reason = whyNoPostgres();

describe.skipIf(reason !== undefined)(`two bots in the same rooms${reason ? `: ${reason}` : ""}`, () => {
  let fleet: Fleet;
  let model: OpenAiServer;
  let discord: FakeDiscord;
  let slack: FakeSlack;
  beforeEach(async () => {
    model = await startOpenAiServer({ dripMs: DRIP_MS, answer: tellOfMarks });
    [fleet, discord, slack] = await Promise.all([Fleet.open(), FakeDiscord.start(), FakeSlack.start()]);
  });
  afterEach(async () => {
    await fleet.close();
    await Promise.all([discord.close(), slack.close(), model.close()]);
  });

  const env = (more: Record<string, string>) => ({
    OPENAI_API_KEY: "sk-test",
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: "test-model",
    DISCORD_TOKEN: discord.world.token,
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: slack.workspace.botToken,
    SLACK_API_URL: slack.apiUrl,
    LOG_LEVEL: "warn",
    ...more,
  });

  /** Talks on both platforms; the first bot, which delivers, dies while it answers. */
  const talkThroughDeath = async ([first, second]: readonly [Program, Program]) => {
    const rooms = [discordRoom(discord), slackRoom(slack)];
    const talks = await Promise.all(
      rooms.flatMap((room) =>
        Array.from({ length: TALKS }, async (_, at) => {
          const talk = await room.begin();
          await said(talk, "Create a character named Sarah", /Sarah/);
          return new Marked(`${room.name}${at}`, talk);
        }),
      ),
    );
    const sayHalf = () =>
      Promise.all(
        talks.map(async (talk, index) => {
          for (let at = 0; at < HALF; at += 1) await talk.say((index + at) % 2 === 0);
        }),
      );
    await sayHalf();
    await first.kill("SIGKILL");
    await sayHalf();
    await soon(
      () =>
        expect(
          talks.flatMap((talk) => talk.wrong()),
          second.output.slice(-2_000),
        ).toEqual([]),
      TAKEN_OVER_MS,
    );
    return talks;
  };

  /** A button that both bots may hear of acts once. */
  const pressOnce = async (talks: readonly Marked[]) => {
    for (const { talk } of [talks[0], talks.at(-1)].flatMap((one) => one ?? [])) {
      await said(talk, "Create a character named Otto, a cook", /Otto/);
      const before = talk.seen().length;
      await talk.press("Undo");
      // What the other bot hears meanwhile may be stored first.
      await soon(() => expect(talk.seen().at(-1)?.text).toMatch(/Undone/));
      await said(talk, "/character show Maya", /Maya/);
      const fresh = talk.seen().slice(before);
      expect(fresh.map(({ text }) => text)).toEqual([
        expect.stringMatching(/Undone\. Removed \*+Otto/),
        expect.stringContaining("Maya"),
      ]);
    }
  };

  test("both hear the guild by mistake, and Slack's socket reaches either: once, in order, also when one dies", async () => {
    discord.gateway.keepsTwins = true;
    const both = env({ SLACK_APP_TOKEN: slack.workspace.appToken });
    const bots = [await fleet.bot(both), await fleet.bot(both)] as const;
    await soon(() => expect([discord.gateway.connections, slack.socket.server.clients.size]).toEqual([2, 2]));
    const talks = await talkThroughDeath(bots);
    await bots[0].start();
    await soon(() => expect([discord.gateway.connections, slack.socket.server.clients.size]).toEqual([2, 2]));
    await pressOnce(talks);
    expect(bots.map(({ output }) => output).join("\n")).not.toMatch(/"level":50/);
  });

  test("a shard each, and Slack's requests in turn: once, in order, also when the one that delivers dies", async () => {
    const home = Number((BigInt(discord.world.guildId) >> 22n) % 2n);
    const ports = [await freePort(), await freePort()];
    slack.line = inTurn(ports.map((port) => slack.overHttp(`http://127.0.0.1:${port}/slack/events`)));
    const [one, two] = ports.map((port, at) =>
      env({
        SLACK_SIGNING_SECRET: slack.workspace.signingSecret,
        SLACK_PORT: String(port),
        DISCORD_SHARDS: "2",
        DISCORD_SHARD_IDS: String(at === 0 ? 1 - home : home),
      }),
    );
    const bots = [await fleet.bot(one), await fleet.bot(two)] as const;
    await soon(() => expect(discord.gateway.connections).toBe(2));
    const talks = await talkThroughDeath(bots);
    await bots[0].start();
    // Slack tells a press once, and a balancer hands it to nobody who does not listen yet.
    await soon(() => fetch(`http://127.0.0.1:${ports[0]}/`));
    await pressOnce(talks);
    expect(bots.map(({ output }) => output).join("\n")).not.toMatch(/"level":50/);
  });

  test("what one bot answers is stopped by a press and a word that the other hears, and no draft stays", async () => {
    const both = env({ SLACK_APP_TOKEN: slack.workspace.appToken });
    await Promise.all([fleet.bot(both), fleet.bot(both)]);
    await soon(() => expect(slack.socket.server.clients.size).toBe(2));
    const talk = await slackRoom(slack).begin();
    await said(talk, "Create a character named Sarah", /Sarah/);
    const drafts = () => talk.seen().filter(({ buttons }) => buttons.includes("Stop"));
    // Slack's envelopes reach the bots in turn: who is told to stop is never the one that works.
    const stops = [() => talk.press("Stop", "Bo"), () => talk.say("/stop", "Bo")];
    for (const [at, stop] of stops.entries()) {
      model.fault({ type: "hang" });
      const asked = model.requests.length;
      await talk.say(`Tell me about mark${"XY"[at]}, please`);
      await soon(() => expect(model.requests.length).toBeGreaterThan(asked));
      await soon(() => expect(drafts()).toHaveLength(1));
      const from = performance.now();
      const before = talk.seen().length;
      await stop();
      await soon(() => expect(talk.seen()[before - 1]?.text).toContain("Stopped by Bo"));
      console.log(`seen to be stopped after ${Math.round(performance.now() - from)} ms`);
      expect(drafts()).toEqual([]);
    }
    await said(talk, "Create a character named Otto, a cook", /Otto/);
    expect(talk.seen().filter(({ text }) => /not working|Working on it/.test(text))).toEqual([]);
  });

  test("two that start at once read back what was missed: answered once, or told in one line", async () => {
    discord.gateway.keepsTwins = true;
    const both = env({ SLACK_APP_TOKEN: slack.workspace.appToken });
    const bots = [await fleet.bot(both), await fleet.bot(both)];
    const rooms = [discordRoom(discord), slackRoom(slack)];
    const talks = await Promise.all(
      rooms.map(async (room) => {
        const talk = await room.begin();
        await said(talk, "Create a character named Sarah", /Sarah/);
        return new Marked(room.name, talk);
      }),
    );
    const away = async (work: () => Promise<unknown>) => {
      await Promise.all(bots.map((bot) => bot.kill("SIGTERM")));
      slack.telling.mischief.lose = MISSED;
      await work();
      slack.telling.mischief.lose = 0;
      await Promise.all(bots.map((bot) => bot.start()));
    };
    const missed = async () => {
      for (let at = 0; at < MISSED; at += 1) await Promise.all(talks.map((talk) => talk.say(false)));
    };
    await away(missed);
    await soon(() => expect(talks.flatMap((talk) => talk.wrong())).toEqual([]), TAKEN_OVER_MS);
    for (const bot of bots) bot.env.ANSWER_MISSED_HOURS = "0";
    const before = talks.map(({ talk }) => talk.seen().length);
    await away(missed);
    const told = () =>
      talks.map(({ talk }, at) =>
        talk
          .seen()
          .slice(before[at])
          .map(({ text }) => text),
      );
    const line = expect.stringMatching(/^While I was away, 3 messages for me came in/);
    await soon(() => expect(told()).toEqual([[line], [line]]), TAKEN_OVER_MS);
    await Promise.all(talks.map(({ talk }) => said(talk, "Create a character named Otto, a cook", /Otto/)));
    expect(told()).toEqual(talks.map(() => [line, expect.stringContaining("Otto")]));
  });
});

/** As a balancer has it: the next request goes to the next one. */
function inTurn(lines: readonly HttpLine[]): Line {
  let next = 0;
  return {
    inTurn: true,
    deliver: (...told) => {
      next = (next + 1) % lines.length;
      return (lines[next] as HttpLine).deliver(...told);
    },
    close: () => {},
  };
}
