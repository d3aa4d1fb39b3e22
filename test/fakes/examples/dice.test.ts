import { FakeDiscord, FakeSlack, Rates } from "backlot/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { startDiceDiscordBot } from "./dice-discord-bot.ts";
import { startDiceSlackApp } from "./dice-slack-app.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

describe("a bot on discord.js", () => {
  const start = async () => {
    const fake = await FakeDiscord.start({ botName: "Dice" });
    open.push(() => fake.close());
    const client = await startDiceDiscordBot(fake.world.token, fake.apiUrl);
    open.push(() => client.destroy());
    return { fake, channel: fake.channel("games"), ana: fake.person("Ana") };
  };

  test("answers what people say and command", async () => {
    const { fake, channel, ana } = await start();
    fake.say(channel, ana, "three short words");
    await vi.waitFor(() =>
      expect(fake.seen(channel).at(-1)).toMatchObject({ by: "Dice", text: "3 words, Ana" }),
    );
    const { ackMs, response } = await fake.slash(ana, channel, "roll", { sides: 6 });
    expect(response?.data?.content).toBe("A die of 6 sides shows 4");
    expect(ackMs).toBeLessThan(3_000);
  });

  test("goes on after a lost connection and within its rates, and is told of what Discord would not take", async () => {
    const { fake, channel, ana } = await start();
    const bucket = { limit: 1, perMs: 200 };
    fake.world.rates = new Rates([[/^POST \/channels\/\d+\/messages$/, bucket]]);
    fake.gateway.drop();
    for (const text of ["one", "two words"]) fake.say(channel, ana, text);
    await vi.waitFor(() => expect(fake.seen(channel).filter(({ by }) => by === "Dice")).toHaveLength(2), {
      timeout: 5_000,
    });
    expect([fake.gateway.joins.resume, fake.world.rates.violations]).toEqual([1, []]);
    fake.say(channel, fake.person("x".repeat(2_000)), "too long a name to answer");
    await vi.waitFor(() => expect(fake.complaints.excuse(/at most 2000 characters/)).toHaveLength(1));
  });
});

test("an app on Bolt answers a mention and a press", async () => {
  const fake = await FakeSlack.start();
  open.push(() => fake.close());
  const app = await startDiceSlackApp(fake.workspace, fake.apiUrl);
  open.push(async () => {
    await app.stop();
    await vi.waitFor(() => expect(fake.socket.server.clients.size).toBe(0));
  });
  const channel = fake.channel("games");
  const ana = fake.person("Ana");
  const { ts } = await fake.say(channel, ana, `${fake.mention} hello`);
  const shown = await vi.waitFor(() => fake.seen(channel, ts).at(-1) ?? expect.fail("no answer"));
  expect(shown).toMatchObject({ text: expect.stringContaining("roll a die?"), buttons: ["Roll"] });
  const pressed = await fake.press(ana, channel, shown.ts, "Roll");
  await vi.waitFor(() => expect(pressed.told).toEqual(["It shows 4"]));
});
