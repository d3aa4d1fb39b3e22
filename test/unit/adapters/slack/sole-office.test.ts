import { expect, test } from "vitest";
import { createSlackPlatform } from "../../../../src/adapters/slack/platform.ts";
import { keptInMemory, quietLogger, Recorder, realClock, reply } from "../../../contract/platform-room.ts";
import { FakeSlack } from "../../../fakes/slack/fake-slack.ts";

test("a token that the workspace takes back is told once in the log, and ends what is sent with it", async () => {
  const fake = await FakeSlack.start();
  const lines: { level: string; message: string; data: object }[] = [];
  const { botToken, appToken } = fake.workspace;
  const platform = createSlackPlatform({
    config: { botToken, appToken, apiUrl: fake.apiUrl },
    commands: [],
    blobs: keptInMemory(),
    clock: realClock,
    logger: quietLogger(lines),
  });
  await platform.start(new Recorder());
  fake.workspace.botToken = "xoxb-another";
  const place = {
    platform: "slack",
    workspace: fake.workspace.teamId,
    channel: fake.channel("film"),
  } as const;
  for (const text of ["one", "two"])
    await expect(platform.send(place, reply(text))).rejects.toMatchObject({ final: true });
  await platform.stop();
  await fake.close();
  expect(lines.filter(({ level }) => level === "error").map(({ message }) => message)).toEqual([
    "Backlot was removed from this Slack workspace; install it again and renew SLACK_BOT_TOKEN",
  ]);
});
