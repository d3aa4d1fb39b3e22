import { expect, onTestFinished, test } from "vitest";
import { createSlackPlatform } from "../../../../src/adapters/slack/platform.ts";
import { keptInMemory, quietLogger, Recorder, realClock, reply } from "../../../contract/platform-room.ts";
import { FakeSlack } from "../../../fakes/slack/fake-slack.ts";

test("Slack shows nothing of what links lead to, unless that is set", async () => {
  const fake = await FakeSlack.start();
  onTestFinished(() => fake.close());
  const { botToken, appToken, teamId } = fake.workspace;
  const channel = fake.channel("film");
  const shown = async (unfurls?: true) => {
    const platform = createSlackPlatform({
      config: { botToken, appToken, apiUrl: fake.apiUrl, ...(unfurls ? { unfurls } : {}) },
      commands: [],
      blobs: keptInMemory(),
      clock: realClock,
      logger: quietLogger(),
    });
    await platform.start(new Recorder());
    const ts = await platform.send(
      { platform: "slack", workspace: teamId, channel },
      reply("https://example.test"),
    );
    await platform.stop();
    return fake.workspace.unfurled.has(ts);
  };
  expect([await shown(), await shown(true)]).toEqual([false, true]);
});
