import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { soon } from "../rooms/room.ts";
import { Program } from "./program.ts";

const WRONG = "xoxb-wrong-token-1234567890";

interface Refusal {
  readonly what: string;
  readonly env: (all: Readonly<Record<string, string>>) => Record<string, string>;
  readonly spoil?: (parts: { discord: FakeDiscord; slack: FakeSlack }) => void;
  readonly says: readonly RegExp[];
}

const REFUSALS: readonly Refusal[] = [
  {
    what: "a token that Discord does not take",
    env: ({ DISCORD_API_URL = "" }) => ({ DISCORD_TOKEN: WRONG, DISCORD_API_URL }),
    says: [/Discord does not accept this bot token\./, /Copy the bot's token .* into DISCORD_TOKEN\./],
  },
  {
    what: "the intent that lets a bot read, switched off",
    env: ({ DISCORD_TOKEN = "", DISCORD_API_URL = "" }) => ({ DISCORD_TOKEN, DISCORD_API_URL }),
    spoil: ({ discord }) => {
      discord.world.messageContentAllowed = false;
    },
    says: [/Discord does not let this bot read messages\./, /Switch Message Content Intent on/],
  },
  {
    what: "a bot token that Slack does not take",
    env: ({ SLACK_APP_TOKEN = "", SLACK_API_URL = "" }) => ({
      SLACK_BOT_TOKEN: WRONG,
      SLACK_APP_TOKEN,
      SLACK_API_URL,
    }),
    says: [/Slack does not accept SLACK_BOT_TOKEN: invalid_auth\./, /Copy the token .* into SLACK_BOT_TOKEN/],
  },
  {
    what: "an app token that Slack does not take",
    env: ({ SLACK_BOT_TOKEN = "", SLACK_API_URL = "" }) => ({
      SLACK_BOT_TOKEN,
      SLACK_APP_TOKEN: WRONG.replace("xoxb", "xapp"),
      SLACK_API_URL,
    }),
    says: [/Slack does not accept SLACK_APP_TOKEN: \w+\./, /Copy the token .* into SLACK_APP_TOKEN/],
  },
];

/** Whoever runs Backlot is told in one line what to mend, and no secret is in it. */
describe("a platform that does not let Backlot in", () => {
  let discord: FakeDiscord;
  let slack: FakeSlack;
  let env: Readonly<Record<string, string>>;
  beforeAll(async () => {
    [discord, slack] = await Promise.all([FakeDiscord.start(), FakeSlack.start()]);
    env = {
      DISCORD_TOKEN: discord.world.token,
      DISCORD_API_URL: discord.apiUrl,
      SLACK_BOT_TOKEN: slack.workspace.botToken,
      SLACK_APP_TOKEN: slack.workspace.appToken,
      SLACK_API_URL: slack.apiUrl,
    };
  });
  afterAll(async () => {
    await Promise.allSettled([discord.close(), slack.close()]);
  });

  const lines = (program: Program) => program.output.split("\n").filter((line) => line.trim() !== "");

  test.each(REFUSALS)("$what", async ({ env: some, spoil, says }) => {
    spoil?.({ discord, slack });
    const program = await Program.create({ env: some(env) });
    program.spawn();
    expect(await program.ended()).toBe(1);
    for (const words of says) expect(lines(program).filter((line) => words.test(line))).toHaveLength(1);
    for (const secret of [WRONG, WRONG.replace("xoxb", "xapp"), slack.workspace.botToken])
      expect(program.output).not.toContain(secret);
    await program.remove();
  });

  test("a scope that the Slack app lacks is named once, and the rest works", async () => {
    slack.workspace.scopes.delete("reactions:write");
    const { SLACK_BOT_TOKEN = "", SLACK_APP_TOKEN = "", SLACK_API_URL = "" } = env;
    const program = await Program.create({ env: { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL } });
    await program.start();
    const channel = slack.channel("film");
    const { ts } = await slack.say(channel, slack.person("Ana", "admin"), `${slack.mention} /project create`);
    await soon(() => expect(slack.seen(channel, ts).at(-1)?.text).toContain("is ready"));
    expect(lines(program).filter((line) => /scopes are missing/.test(line))).toEqual([
      expect.stringMatching(/reactions:write.*add them and install the app once more/),
    ]);
    slack.workspace.scopes.add("reactions:write");
    await program.remove();
  });
});
