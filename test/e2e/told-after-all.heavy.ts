import { describe, expect, test } from "vitest";
import { createDiscordPlatform } from "../../src/adapters/discord/platform.ts";
import { createSlackPlatform } from "../../src/adapters/slack/platform.ts";
import type { Place } from "../../src/domain/session.ts";
import type { Platform, Receiver } from "../../src/ports/platform.ts";
import { eventually, keptInMemory, quietLogger, realClock } from "../contract/platform-room.ts";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { awayStage } from "../support/away-stage.ts";
import { comingAndGoing } from "../support/coming-and-going.ts";

const away = awayStage();
const { open } = away;

interface Town {
  readonly place: Place;
  say(text: string): Promise<unknown>;
  press(label: string): Promise<unknown>;
  seen(): readonly { readonly buttons: readonly string[] }[];
  /** What Ana alone was told. */
  told(): readonly string[];
  platform(): Platform;
}

const parts = () => ({ commands: [], blobs: keptInMemory(), clock: realClock, logger: quietLogger() });

async function onDiscord(): Promise<Town> {
  const fake = await FakeDiscord.start();
  open.push(() => fake.close());
  const channel = fake.direct();
  const ana = fake.person("Ana");
  const seen = () => fake.seen(channel).filter(({ by }) => by === "Backlot");
  return {
    place: { platform: "discord", workspace: `dm-${channel}`, channel },
    say: async (text) => fake.say(channel, ana, text),
    press: async (label) => {
      const shown = seen().findLast(({ buttons }) => buttons.includes(label));
      return fake.press(ana, channel, shown?.id ?? "", label);
    },
    seen,
    told: () => [...fake.world.interactions.values()].flatMap(({ whispers }) => whispers),
    platform: () =>
      createDiscordPlatform({ config: { token: fake.world.token, apiUrl: fake.apiUrl }, ...parts() }),
  };
}

async function onSlack(): Promise<Town> {
  const fake = await FakeSlack.start();
  open.push(() => fake.close());
  const { botToken, appToken, teamId } = fake.workspace;
  const channel = fake.channel("direct", true);
  const ana = fake.person("Ana", "admin");
  const seen = () => fake.seen(channel).filter(({ by }) => by === "Backlot");
  return {
    place: { platform: "slack", workspace: teamId, channel },
    say: (text) => fake.say(channel, ana, text),
    press: (label) => {
      const shown = seen().findLast(({ buttons }) => buttons.includes(label));
      return fake.press(ana, channel, shown?.ts ?? "", label);
    },
    seen,
    told: () => fake.workspace.ephemerals.filter(({ user }) => user === ana.id).map(({ text }) => text),
    platform: () => createSlackPlatform({ config: { botToken, appToken, apiUrl: fake.apiUrl }, ...parts() }),
  };
}

/** Hears, and is gone before it knows what anything came to. */
const dying = (platform: Platform): Platform => ({
  ...platform,
  start: (receiver: Receiver) =>
    platform.start({ ...receiver, finished: () => new Promise<undefined>(() => {}) }),
});

describe.each([
  { name: "Discord", enter: onDiscord },
  { name: "Slack", enter: onSlack },
])("whoever pressed on $name before Backlot was killed", ({ enter }) => {
  test("hears alone what it came to from the next life, and once", async () => {
    const { place, say, press, seen, told, platform } = await enter();
    let lives = 0;
    const { come, go, bind } = comingAndGoing(away, () => {
      lives += 1;
      return lives === 1 ? dying(platform()) : platform();
    });
    await bind(place);
    await come();
    const name = `Sarah${place.platform}`;
    await say(`Create a character named ${name}`);
    await eventually(() => expect(seen().flatMap(({ buttons }) => buttons)).toContain(`Edit ${name}`));
    await press(`Edit ${name}`);
    expect(told()).toEqual([]);
    await go();
    await come();
    await eventually(() => expect(told()).toHaveLength(1));
    expect(told()[0]).toContain(`Edit ${name}`);
    await eventually(async () =>
      expect(await away.stage.stores.outcomes.list(place.platform, new Date(0), 10)).toEqual([]),
    );
    await go();
    await come();
    await say("hello again");
    const before = seen().length;
    await eventually(() => expect(seen().length).toBeGreaterThan(before));
    expect(told()).toHaveLength(1);
  });
});
