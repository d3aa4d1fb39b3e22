import { Program } from "../../test/e2e/program.ts";
import { FakeDiscord } from "../../test/fakes/discord/fake-discord.ts";
import { FakeSlack } from "../../test/fakes/slack/fake-slack.ts";
import { type Heap, PROBED, probeHeap } from "../../test/support/probe-heap.ts";
import { EchoBot } from "./echo-bot.ts";
import { PostWatch } from "./next-post.ts";

const ADMINISTRATOR = 8n;
const READY_WITHIN_MS = 30_000;

/** One conversation with a bot. */
export interface Line {
  /** Says something, and resolves when the bot has posted its answer. */
  ask(text: string): Promise<void>;
  /** Presses the first button of the newest answer that has one; milliseconds until it was acknowledged. */
  press(): Promise<number>;
}

/** A bot on a server of its own that speaks its platform's protocol. */
export interface Bot {
  readonly name: string;
  lines(count: number): Promise<Line[]>;
  heap(): Promise<Heap>;
  close(): Promise<void>;
}

/** What runs behind the platform: Backlot, or an echo. */
interface Process {
  readonly isBacklot: boolean;
  heap(): Promise<Heap>;
  stop(): Promise<void>;
}

export async function discordBot(kind: "echo" | "backlot"): Promise<Bot> {
  const fake = await FakeDiscord.start();
  fake.world.rates = undefined;
  const { token } = fake.world;
  const run =
    kind === "echo"
      ? await echo("discord", { BOT_TOKEN: token, API_URL: fake.apiUrl })
      : await backlot({ DISCORD_TOKEN: token, DISCORD_API_URL: fake.apiUrl });
  await until(() => fake.gateway.connected);
  const ana = fake.person("Ana", ADMINISTRATOR);
  const channel = fake.channel("film");
  const isReply = ({ author }: { author: { bot?: boolean } }) => author.bot === true;
  const watch = (id: string) => new PostWatch(fake.world.channel(id)?.messages ?? [], isReply);
  const answered = (id: string) => until(() => fake.world.channel(id)?.messages.some(isReply) ?? false);
  const open = async (): Promise<string> => {
    if (!run.isBacklot) return fake.channel("film");
    const { id } = fake.say(channel, ana, `${fake.mention} /jobs`);
    await answered(id);
    return id;
  };
  if (run.isBacklot) await answered(fake.say(channel, ana, `${fake.mention} /project create`).id);
  const line = (id: string): Line => {
    const posts = watch(id);
    return {
      ask: async (text) => {
        const answered = posts.next();
        fake.say(id, ana, text);
        await answered;
      },
      press: async () => {
        const shown = fake.seen(id).findLast(({ buttons }) => buttons.length > 0);
        return (await fake.press(ana, id, shown?.id ?? "", shown?.buttons[0] ?? "")).ackMs ?? 0;
      },
    };
  };
  return bot(run, "discord.js", fake, async (count) => (await several(count, open)).map(line));
}

export async function slackBot(kind: "echo" | "backlot"): Promise<Bot> {
  const fake = await FakeSlack.start();
  const { workspace } = fake;
  const { botToken, appToken } = workspace;
  const run =
    kind === "echo"
      ? await echo("slack", { BOT_TOKEN: botToken, APP_TOKEN: appToken, API_URL: fake.apiUrl })
      : await backlot({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: fake.apiUrl });
  await until(() => fake.socket.server.clients.size > 0);
  const ana = fake.person("Ana", "admin");
  const open = async () => {
    const channel = fake.channel("film");
    const posts = workspace.channels.get(channel)?.posts ?? [];
    const watch = new PostWatch(posts, ({ bot_id }) => bot_id !== undefined);
    const answered = watch.next();
    const { ts } = await fake.say(channel, ana, `${fake.mention} /project create`);
    await answered;
    return { channel, ts, watch };
  };
  const line = ({ channel, ts, watch }: Awaited<ReturnType<typeof open>>): Line => ({
    ask: async (text) => {
      const answered = watch.next();
      void fake.say(channel, ana, text, ts);
      await answered;
    },
    press: async () => {
      const shown = fake.seen(channel, ts).findLast(({ buttons }) => buttons.length > 0);
      return (await fake.press(ana, channel, shown?.ts ?? "", shown?.buttons[0] ?? "")).ackMs;
    },
  });
  return bot(run, "Bolt", fake, async (count) => (await several(count, open)).map(line));
}

const bot = (
  run: Process,
  library: string,
  fake: Pick<FakeDiscord | FakeSlack, "close" | "complaints">,
  lines: Bot["lines"],
): Bot => ({
  name: run.isBacklot ? "Backlot" : `bare ${library}`,
  lines,
  heap: run.heap,
  close: async () => {
    await run.stop();
    // What Bolt itself sends that the reference does not name is none of our business.
    if (!run.isBacklot) fake.complaints.excuse(/./);
    await fake.close();
  },
});

async function echo(platform: "discord" | "slack", env: Record<string, string>): Promise<Process> {
  const child = await EchoBot.start(platform, env);
  return {
    isBacklot: false,
    heap: () => probeHeap(child.pid, () => child.output),
    stop: async () => child.stop(),
  };
}

async function backlot(env: Record<string, string>): Promise<Process> {
  const program = await Program.create({ env: { ...PROBED, ...env } });
  await program.start();
  return {
    isBacklot: true,
    heap: () => probeHeap(program.pid ?? 0, () => program.output),
    stop: () => program.remove(),
  };
}

async function until(check: () => boolean): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  while (!check()) {
    if (Date.now() > end) throw new Error("the bot does not answer");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Some at a time, so that nobody waits for a thousand. */
async function several<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  while (all.length < count)
    all.push(...(await Promise.all(Array.from({ length: Math.min(20, count - all.length) }, make))));
  return all;
}
