import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { Program } from "./program.ts";

const ROUNDS = 3;
const NAMES = "Ada Bea Cleo Dora Edda Fay Gwen Hana Ines Jana Kira Lena".split(" ");
const soon = { timeout: 150_000, interval: 50 };

/** The real program is killed while people talk, and they go on talking while it is away. */
describe("what people say to a Backlot that is killed and comes back", () => {
  let discord: FakeDiscord;
  let slack: FakeSlack;
  let program: Program;

  beforeEach(async () => {
    discord = await FakeDiscord.start();
    slack = await FakeSlack.start();
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
    await vi.waitFor(
      () => expect([discord.gateway.connected, slack.socket.server.clients.size]).toEqual([true, 1]),
      soon,
    );
  }, 180_000);
  afterEach(async () => {
    await program.remove();
    await Promise.all([discord.close(), slack.close()]);
  });

  test("is answered on both platforms, each once and in order", async () => {
    const ana = discord.person("Ana");
    const bo = slack.person("Bo", "admin");
    const [onDiscord, onSlack] = [discord.direct(), slack.channel("direct", true)];
    const say = (text: string) => {
      discord.say(onDiscord, ana, text);
      void slack.say(onSlack, bo, text);
    };
    const answers = () =>
      [discord.seen(onDiscord), slack.seen(onSlack)].map((all) =>
        all.filter(({ by }) => by === "Backlot").map(({ text }) => text),
      );
    /** The order in which the names were first answered. */
    const named = (texts: readonly string[]) =>
      texts.flatMap((text) => NAMES.filter((name) => new RegExp(`\\b${name}\\b`).test(text)).slice(0, 1));
    say("hello");
    await vi.waitFor(() => {
      for (const texts of answers()) expect(texts.length).toBeGreaterThan(0);
    }, soon);
    const before = answers().map((texts) => texts.length);
    const names = NAMES.values();
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = () => say(`Create a character named ${names.next().value}`);
      next();
      next();
      await new Promise((resolve) => setTimeout(resolve, 400 * Math.random()));
      await program.kill();
      next();
      next();
      await program.start();
    }
    await vi.waitFor(() => {
      for (const texts of answers()) expect(new Set(named(texts)).size, texts.join("\n")).toBe(NAMES.length);
    }, soon);
    for (const [index, texts] of answers().entries()) {
      expect(named(texts), index === 0 ? "Discord" : "Slack").toEqual(NAMES);
      expect(texts.length - (before[index] ?? 0)).toBe(NAMES.length);
    }
  });
});
