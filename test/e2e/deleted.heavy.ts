import { describe, expect, test } from "vitest";
import { createDiscordPlatform } from "../../src/adapters/discord/platform.ts";
import { createSlackPlatform } from "../../src/adapters/slack/platform.ts";
import type { Place } from "../../src/domain/session.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { eventually, keptInMemory, quietLogger, realClock } from "../contract/platform-room.ts";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { awayStage } from "../support/away-stage.ts";
import { comingAndGoing } from "../support/coming-and-going.ts";

const HOUR_MS = 3_600_000;
const GONE = /deleted a message that this came from/;

const away = awayStage();
const { open } = away;

interface Town {
  readonly place: Place;
  say(text: string): Promise<{ erase(): void }>;
  answers(): readonly { readonly text: string; readonly buttons: readonly string[] }[];
  platform(clock: Clock): Platform;
}

const parts = (clock: Clock) => ({ commands: [], blobs: keptInMemory(), clock, logger: quietLogger() });

async function onDiscord(): Promise<Town> {
  const fake = await FakeDiscord.start();
  open.push(() => fake.close());
  const channel = fake.direct();
  const ana = fake.person("Ana");
  return {
    place: { platform: "discord", workspace: `dm-${channel}`, channel },
    say: async (text) => {
      const said = fake.say(channel, ana, text);
      return { erase: () => fake.erase(said) };
    },
    answers: () => fake.seen(channel).filter(({ by }) => by === "Backlot"),
    platform: (clock) =>
      createDiscordPlatform({ config: { token: fake.world.token, apiUrl: fake.apiUrl }, ...parts(clock) }),
  };
}

async function onSlack(): Promise<Town> {
  const fake = await FakeSlack.start();
  open.push(() => fake.close());
  const { botToken, appToken, teamId } = fake.workspace;
  const channel = fake.channel("direct", true);
  const ana = fake.person("Ana", "admin");
  return {
    place: { platform: "slack", workspace: teamId, channel },
    say: async (text) => {
      const { ts } = await fake.say(channel, ana, text);
      const posts = fake.workspace.channels.get(channel)?.posts;
      return {
        erase: () =>
          void posts?.splice(
            posts.findIndex((post) => post.ts === ts),
            1,
          ),
      };
    },
    answers: () => fake.seen(channel).filter(({ by }) => by === "Backlot"),
    platform: (clock) =>
      createSlackPlatform({ config: { botToken, appToken, apiUrl: fake.apiUrl }, ...parts(clock) }),
  };
}

describe.each([
  { name: "Discord", enter: onDiscord },
  { name: "Slack", enter: onSlack },
])("a message that was answered, and deleted on $name while Backlot was away", ({ enter }) => {
  test("is told of once, with a way to take back what came from it", async () => {
    const { place, say, answers, platform } = await enter();
    let laterMs = 0;
    const clock: Clock = { ...realClock, now: () => new Date(Date.now() + laterMs) };
    const { come, go, bind } = comingAndGoing(away, () => platform(clock));
    await bind(place);
    const told = (words: RegExp) => answers().filter(({ text }) => words.test(text));
    await come();
    const name = `Sarah${place.platform}`;
    const said = await say(`Create a character named ${name}`);
    await eventually(() => expect(told(new RegExp(name))).not.toEqual([]));
    await say("hello");
    await eventually(() => expect(answers().length).toBeGreaterThan(1));
    await go();
    said.erase();
    laterMs = HOUR_MS;
    await come();
    await eventually(() => expect(told(GONE)).toHaveLength(1));
    expect(told(GONE)[0]?.buttons).toContain("Undo what came from it");
    await go();
    laterMs = 2 * HOUR_MS;
    await come();
    await say("help");
    const before = answers().length;
    await eventually(() => expect(answers().length).toBeGreaterThan(before));
    expect(told(GONE)).toHaveLength(1);
  });
});
