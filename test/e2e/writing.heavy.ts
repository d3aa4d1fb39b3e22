import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { type OpenAiServer, startOpenAiServer } from "../fakes/openai-server.ts";
import { answerSensibly } from "../fakes/openai-server-answers.ts";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { Program } from "./program.ts";

const ADMINISTRATOR = 8n;
const soon = { timeout: 30_000, interval: 20 };
const WORDS = 200;

/** Told apart by its mark, so that each message has an answer of its own. */
const answerTo = (mark: string) =>
  `${Array.from({ length: WORDS }, (_, n) => `${mark}-${n}`).join(" ")} The end of ${mark}.`;

/** The real program with a model that writes slowly, in both rooms at once. */
describe("a long answer, while it is written", () => {
  let discord: FakeDiscord;
  let slack: FakeSlack;
  let model: OpenAiServer;
  let program: Program;
  /** A second channel of a workspace has no film before its people say which. */
  let film: { discord: string; slack: string };

  const connected = () =>
    vi.waitFor(
      () => expect([discord.gateway.connected, slack.socket.server.clients.size]).toEqual([true, 1]),
      soon,
    );

  beforeAll(async () => {
    discord = await FakeDiscord.start();
    slack = await FakeSlack.start();
    model = await startOpenAiServer({
      dripMs: 90,
      answer: (body) => {
        const mark = /mark(\w+)/.exec(String(body.messages.at(-1)?.content))?.[0];
        return body.response_format || !mark || !body.stream ? answerSensibly(body) : answerTo(mark);
      },
    });
    film = { discord: discord.channel("film"), slack: slack.channel("film") };
    program = await Program.create({
      env: {
        OPENAI_API_KEY: "sk-test",
        OPENAI_BASE_URL: model.url,
        OPENAI_MODEL: "test-model",
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
  afterEach(() => {
    slack.workspace.streamsLastMs = 300_000;
    slack.workspace.mayStream = true;
  });
  afterAll(async () => {
    await program.remove();
    await Promise.all([discord.close(), slack.close(), model.close()]);
  });

  /** Asks, and answers what people see of Backlot there. */
  const askOnDiscord = (mark: string) => {
    const ana = discord.person("Ana", ADMINISTRATOR);
    const { id } = discord.say(film.discord, ana, `${discord.mention} Tell me about ${mark}, please`);
    return () =>
      discord.world.channel(id)
        ? discord.seen(id).flatMap(({ by, text }) => (by === "Backlot" ? [text] : []))
        : [];
  };
  const askOnSlack = async (mark: string) => {
    const channel = film.slack;
    const { ts } = await slack.say(
      channel,
      slack.person("Bo", "admin"),
      `${slack.mention} Tell me about ${mark}, please`,
    );
    return () => slack.seen(channel, ts).map(({ text }) => text);
  };
  /** Where a text goes on in another piece does not matter. */
  const joined = (seen: () => string[]) => seen().join(" ").replace(/\s+/g, " ");
  const count = (text: string, mark: string) => text.match(new RegExp(`${mark}-\\d+`, "g"))?.length ?? 0;
  /** Waits for some of it, and answers how much that was. */
  const partly = (seen: () => string[], mark: string) =>
    vi.waitFor(() => {
      const words = count(joined(seen), mark);
      expect(words).toBeGreaterThan(0);
      return words;
    }, soon);
  const whole = async (seen: () => string[], mark: string) => {
    await vi.waitFor(() => expect(joined(seen)).toContain(`The end of ${mark}`), soon);
    await vi.waitFor(() => expect(joined(seen)).not.toMatch(/ …$/), soon);
    expect(seen().filter((text) => text.includes(`${mark}-0 `))).toHaveLength(1);
    expect(
      seen()
        .join(" ")
        .match(new RegExp(`${mark}-\\d+`, "g")),
    ).toEqual(answerTo(mark).match(/mark\w+-\d+/g));
  };

  test("is seen to grow, and is whole in the end", async () => {
    const rooms = [
      { mark: "markA", seen: askOnDiscord("markA") },
      { mark: "markB", seen: await askOnSlack("markB") },
    ];
    for (const { seen, mark } of rooms) expect(await partly(seen, mark)).toBeLessThan(WORDS);
    for (const { seen, mark } of rooms) await whole(seen, mark);
    expect(slack.workspace.calls.get("chat.startStream")).toBe(1);
    expect(slack.workspace.calls.get("chat.appendStream")).toBeGreaterThan(2);
  });

  test("on Slack goes on by edits when the stream is cut", async () => {
    slack.workspace.streamsLastMs = 2_500;
    const seen = await askOnSlack("markC");
    await partly(seen, "markC");
    await whole(seen, "markC");
  });

  test("on Slack goes by edits where nothing may be streamed", async () => {
    slack.workspace.mayStream = false;
    const seen = await askOnSlack("markD");
    expect(await partly(seen, "markD")).toBeLessThan(WORDS);
    await whole(seen, "markD");
  });

  test("is whole and alone after kill -9 in the middle, in whatever way it was shown", async () => {
    const streamed = { mark: "markE", seen: await askOnSlack("markE") };
    await partly(streamed.seen, "markE");
    slack.workspace.mayStream = false;
    const rooms = [
      streamed,
      { mark: "markF", seen: await askOnSlack("markF") },
      { mark: "markG", seen: askOnDiscord("markG") },
    ];
    for (const { seen, mark } of rooms) expect(await partly(seen, mark)).toBeLessThan(WORDS);
    await program.kill();
    await program.start();
    await connected();
    for (const { seen, mark } of rooms) await whole(seen, mark);
  });
});
