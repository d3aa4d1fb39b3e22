import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { install, KEY, STATE_SECRET } from "../fakes/slack/grid-room.ts";
import { SlackGrid } from "../fakes/slack/slack-grid.ts";
import { freePort } from "../support/free-port.ts";
import { Program } from "./program.ts";

const soon = { timeout: 40_000, interval: 25 };

/** The real program, installed by workspaces that know nothing of one another. */
describe("many Slack workspaces", () => {
  let grid: SlackGrid;
  let program: Program;
  let url: string;
  let one: FakeSlack;
  let two: FakeSlack;

  beforeAll(async () => {
    grid = await SlackGrid.start();
    [one, two] = [await grid.workspace("T0ONE"), await grid.workspace("T0TWO")];
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    grid.overHttp(`${url}/slack/events`);
    program = await Program.create({
      env: {
        SLACK_CLIENT_ID: grid.clientId,
        SLACK_CLIENT_SECRET: grid.clientSecret,
        SLACK_STATE_SECRET: STATE_SECRET,
        SLACK_SIGNING_SECRET: one.workspace.signingSecret,
        SLACK_API_URL: grid.apiUrl,
        SLACK_PORT: String(port),
        SECRET_KEY: KEY,
        LOG_LEVEL: "debug",
      },
    });
    await program.start();
  });
  afterAll(async () => {
    await program.remove();
    await grid.close();
  });

  /** What Backlot answers to a call in a channel. */
  const answered = async (slack: FakeSlack, channel: string, text: string) => {
    const { ts } = await slack.say(channel, slack.person("Ana"), `${slack.mention} ${text}`);
    return vi.waitFor(() => {
      const said = slack.seen(channel, ts).filter(({ by }) => by === "Backlot");
      expect(said.length).toBeGreaterThan(0);
      return said.map((post) => post.text).join("\n");
    }, soon);
  };

  test("install the app, are told apart, and are served on after kill -9", async () => {
    for (const slack of [one, two])
      expect(await install({ grid, url }, slack)).toMatchObject({ status: 200 });
    const [here, there] = [one.channel("night-shift"), two.channel("dawn")];
    expect(await answered(one, here, "Create a character named Sarah, a 28-year-old journalist")).toContain(
      "Sarah",
    );
    expect(await answered(two, there, "Who is Sarah?")).not.toMatch(/28|journalist/);
    await program.kill();
    await program.start();
    expect(await answered(one, here, "Who is Sarah?")).toMatch(/28|journalist/);
    expect(await answered(two, there, "/character")).not.toContain("Sarah");
  });

  test("their tokens are in no file and no line of the log", async () => {
    const files = await readdir(program.dataDir, { recursive: true, withFileTypes: true });
    const read = files
      .filter((file) => file.isFile())
      .map((file) => readFile(path.join(file.parentPath, file.name), "latin1"));
    const kept = [...(await Promise.all(read)), program.output];
    expect(kept.length).toBeGreaterThan(10);
    expect(grid.tokens).toHaveLength(2);
    for (const secret of [...grid.tokens, grid.clientSecret, STATE_SECRET, KEY])
      expect(kept.filter((text) => text.includes(secret))).toEqual([]);
  });

  test("one that removes the app is forgotten, the other hears nothing of it", async () => {
    await grid.uninstall(one);
    await vi.waitFor(() => expect(program.output).toContain("its installation is forgotten"), soon);
    expect(await answered(two, two.channel("dusk"), "hello")).not.toBe("");
  });
});
