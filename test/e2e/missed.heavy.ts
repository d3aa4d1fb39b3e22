import { describe, expect, test } from "vitest";
import { createDiscordPlatform } from "../../src/adapters/discord/platform.ts";
import { createSlackPlatform } from "../../src/adapters/slack/platform.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { eventually, keptInMemory, quietLogger, realClock } from "../contract/platform-room.ts";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { awayStage } from "../support/away-stage.ts";
import { comingAndGoing } from "../support/coming-and-going.ts";

const away = awayStage();
const { open } = away;

const product = (make: (answerMissedWithinMs: number) => Platform) => comingAndGoing(away, make);

describe("days later", () => {
  test("on Discord one line tells what was said, and a press reads it", async () => {
    const fake = await FakeDiscord.start();
    open.push(() => fake.close());
    const { come, go, bind } = product((answerMissedWithinMs) =>
      createDiscordPlatform({
        config: { token: fake.world.token, apiUrl: fake.apiUrl },
        commands: [],
        blobs: keptInMemory(),
        clock: realClock,
        logger: quietLogger(),
        answerMissedWithinMs,
      }),
    );
    const channel = fake.direct();
    await bind({ platform: "discord", workspace: `dm-${channel}`, channel });
    const ana = fake.person("Ana");
    const said = () => fake.seen(channel).filter(({ by }) => by === "Backlot");
    await come();
    fake.say(channel, ana, "hello");
    await eventually(() => expect(said()).not.toEqual([]));
    await go();
    fake.say(channel, ana, "Create a character named Sarah");
    fake.say(channel, ana, "Create a character named John");
    const before = said().length;
    await come(0);
    const line = await eventually(
      () => said().find(({ text }) => /While I was away, 2 messages/.test(text)) ?? expect.fail(),
    );
    expect(said()).toHaveLength(before + 1);
    expect(line.buttons).toEqual(["Read them now", "Leave them"]);
    await fake.press(ana, channel, line.id, "Read them now");
    await eventually(() =>
      expect(
        said()
          .map(({ text }) => text)
          .join("\n"),
      ).toMatch(/Sarah[\s\S]*John/),
    );
  });

  test("on Slack one line tells what was said, and a press reads it", async () => {
    const fake = await FakeSlack.start();
    open.push(() => fake.close());
    const { botToken, appToken, teamId } = fake.workspace;
    const { come, go, bind } = product((answerMissedWithinMs) =>
      createSlackPlatform({
        config: { botToken, appToken, apiUrl: fake.apiUrl },
        commands: [],
        blobs: keptInMemory(),
        clock: realClock,
        logger: quietLogger(),
        answerMissedWithinMs,
      }),
    );
    const channel = fake.channel("direct", true);
    await bind({ platform: "slack", workspace: teamId, channel });
    const ana = fake.person("Ana", "admin");
    const said = () => fake.seen(channel).filter(({ by }) => by === "Backlot");
    await come();
    await fake.say(channel, ana, "hello");
    await eventually(() => expect(said()).not.toEqual([]));
    await go();
    const posts = fake.workspace.channels.get(channel)?.posts;
    for (const name of ["Sarah", "John"])
      posts?.push({ ts: fake.workspace.nextTs(), user: ana.id, text: `Create a character named ${name}` });
    await come(0);
    const line = await eventually(
      () => said().find(({ text }) => /While I was away, 2 messages/.test(text)) ?? expect.fail(),
    );
    await fake.press(ana, channel, line.ts, "Read them now");
    await eventually(() =>
      expect(
        said()
          .map(({ text }) => text)
          .join("\n"),
      ).toMatch(/Sarah[\s\S]*John/),
    );
  });
});
