import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { Program } from "./program.ts";

const ADMINISTRATOR = 8n;
const soon = { timeout: 40_000, interval: 25 };

/** The real program in both rooms at once, through the real client libraries. */
describe("Discord and Slack", () => {
  let discord: FakeDiscord;
  let slack: FakeSlack;
  let program: Program;

  const connected = () =>
    vi.waitFor(
      () => expect([discord.gateway.connected, slack.socket.server.clients.size]).toEqual([true, 1]),
      soon,
    );

  beforeAll(async () => {
    discord = await FakeDiscord.start();
    slack = await FakeSlack.start();
    slack.workspace.commands = ["/bulk"];
    program = await Program.create({
      env: {
        DISCORD_TOKEN: discord.world.token,
        DISCORD_API_URL: discord.apiUrl,
        SLACK_BOT_TOKEN: slack.workspace.botToken,
        SLACK_APP_TOKEN: slack.workspace.appToken,
        SLACK_API_URL: slack.apiUrl,
      },
    });
    await program.start();
    await connected();
  });

  afterAll(async () => {
    await program.remove();
    await Promise.all([discord.close(), slack.close()]);
  });

  test("on Discord a character is made in talk, and mended by the form behind its Edit button", async () => {
    const ana = discord.person("Ana", ADMINISTRATOR);
    const { id: thread } = discord.say(
      discord.channel("film"),
      ana,
      `${discord.mention} Create a character named Sarah, a 28-year-old journalist`,
    );
    const shown = (button: string) =>
      vi.waitFor(
        () =>
          discord.seen(thread).findLast(({ buttons }) => buttons.includes(button)) ??
          expect.fail(`no ${button}`),
        soon,
      );
    const receipt = await shown("Edit Sarah");
    expect(receipt).toMatchObject({
      by: "Backlot",
      text: expect.stringMatching(/Sarah.*age 28.*journalist/s),
    });
    const modal = await discord.press(ana, thread, receipt.id, "Edit Sarah");
    const sent = await discord.submit(ana, thread, modal, { age: "29" });
    if (/\(1 of \d+\)$/.test(String(modal.response?.data?.title))) {
      const kept = await vi.waitFor(() => sent.privately[0] ?? expect.fail("the page is not kept"), soon);
      await discord.press(ana, thread, kept, "Save now");
    }
    await vi.waitFor(() => expect(discord.seen(thread).at(-1)?.text).toContain("28 → 29"), soon);
    discord.say(thread, ana, "John is her brother.");
    await vi.waitFor(
      () =>
        expect(discord.seen(thread).at(-1)).toMatchObject({
          by: "Backlot",
          text: expect.stringContaining("John"),
        }),
      soon,
    );
  });

  test("on Slack a button is pressed once and shows it", async () => {
    const bo = slack.person("Bo", "admin");
    const channel = slack.channel("film");
    const said = await slack.say(
      channel,
      bo,
      `${slack.mention} Create a character named Maya, a retired surgeon`,
    );
    const receipt = await vi.waitFor(
      () => slack.seen(channel, said.ts)[0] ?? expect.fail("no receipt"),
      soon,
    );
    expect(receipt.text).toContain("retired surgeon");
    expect(receipt.buttons).toContain("Undo");
    await slack.press(bo, channel, receipt.ts, "Undo");
    await vi.waitFor(() => expect(slack.seen(channel, said.ts)).toHaveLength(2), soon);
    await vi.waitFor(() => expect(slack.seen(channel, said.ts)[0]?.text).toContain("✓ Undo"), soon);
  });

  test("bulk work that kill -9 breaks off is brought to its end in the messages that showed it", async () => {
    const guild = discord.channel("bulk");
    const slackChannel = slack.channel("bulk");
    const [cy, di] = [discord.person("Cy", ADMINISTRATOR), slack.person("Di", "admin")];
    const { id: asked } = discord.say(guild, cy, `${discord.mention} /project create`);
    const { ts } = await slack.say(slackChannel, di, `${slack.mention} /project create`);
    const isReady = [expect.objectContaining({ text: expect.stringContaining("is ready") })];
    await vi.waitFor(() => {
      expect(discord.seen(asked)).toEqual(expect.arrayContaining(isReady));
      expect(slack.seen(slackChannel, ts)).toEqual(expect.arrayContaining(isReady));
    }, soon);
    await discord.slash(cy, guild, "bulk", { kind: "characters", count: "20" });
    await slack.command(di, slackChannel, "/bulk", "characters 20");
    const progress = () =>
      [discord.seen(guild), slack.seen(slackChannel)].map((all) => all.filter(({ by }) => by === "Backlot"));
    await vi.waitFor(() => {
      for (const [message] of progress()) expect(message?.text).toMatch(/\d+ of 20/);
    }, soon);
    await program.kill();
    await program.start();
    await connected();
    await vi.waitFor(() => {
      for (const [message] of progress()) expect(message?.text).toContain("20 of 20 characters created");
    }, soon);
    expect(progress().map((messages) => messages.length)).toEqual([1, 1]);
  }, 90_000);

  test("it leaves both rooms when it is told to stop", async () => {
    expect(await program.kill("SIGTERM")).toBe(0);
    await vi.waitFor(() =>
      expect([discord.gateway.connected, slack.socket.server.clients.size]).toEqual([false, 0]),
    );
  });
});
