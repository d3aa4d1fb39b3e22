import { readFile } from "node:fs/promises";
import { Program } from "../../test/e2e/program.ts";
import { FakeDiscord } from "../../test/fakes/discord/fake-discord.ts";
import { FakeSlack } from "../../test/fakes/slack/fake-slack.ts";
import { type Heap, PROBED, probeHeap } from "../../test/support/probe-heap.ts";
import { EchoBot } from "./echo-bot.ts";
import { PostWatch } from "./next-post.ts";

const ADMINISTRATOR = 8n;
/** A busy machine is slow, and a bot that has stopped answering should end the measurement. */
const ANSWERS_WITHIN_MS = 120_000;

/** One conversation with a bot. */
export interface Line {
  /** Says something, and resolves when the bot has posted its answer. */
  ask(text: string): Promise<void>;
  /** Presses the first button of the newest answer that has one; milliseconds until it was acknowledged. */
  press(): Promise<number>;
  /** The newest answer, as its platform's library would be told to post it. */
  shown(): object;
}

/** A bot on a server of its own that speaks its platform's protocol. */
export interface Bot {
  readonly name: string;
  lines(count: number): Promise<Line[]>;
  heap(): Promise<Heap>;
  /** Milliseconds that its main thread has worked so far. */
  cpuMs(): Promise<number>;
  close(): Promise<void>;
}

/** An echo; one that answers everything with what it is given; or Backlot. */
export type Kind = "echo" | { readonly answer: object } | "backlot";

/** What runs behind the platform: Backlot, or an echo. */
interface Process {
  readonly isBacklot: boolean;
  readonly pid: number;
  output(): string;
  stop(): Promise<void>;
}

export async function discordBot(kind: Kind): Promise<Bot> {
  const fake = await FakeDiscord.start();
  fake.world.rates = undefined;
  const { token } = fake.world;
  const run =
    kind !== "backlot"
      ? await echo("discord", kind, { BOT_TOKEN: token, API_URL: fake.apiUrl })
      : await backlot({ DISCORD_TOKEN: token, DISCORD_API_URL: fake.apiUrl });
  await until(() => fake.gateway.connected, run);
  const ana = fake.person("Ana", ADMINISTRATOR);
  const channel = fake.channel("film");
  const isReply = ({ author }: { author: { bot?: boolean } }) => author.bot === true;
  const watch = (id: string) => new PostWatch(fake.world.channel(id)?.messages ?? [], isReply);
  const answered = (id: string) => until(() => fake.world.channel(id)?.messages.some(isReply) ?? false, run);
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
        await inTime(answered, run);
      },
      press: async () => {
        const shown = fake.seen(id).findLast(({ buttons }) => buttons.length > 0);
        return (await fake.press(ana, id, shown?.id ?? "", shown?.buttons[0] ?? "")).ackMs ?? 0;
      },
      shown: () => {
        const { flags, components } = fake.world.channel(id)?.messages.findLast(isReply) ?? {};
        return { flags, components, allowedMentions: { parse: [] } };
      },
    };
  };
  return bot({ run, kind }, "discord.js", fake, async (count) => (await several(count, open)).map(line));
}

export async function slackBot(kind: Kind): Promise<Bot> {
  const fake = await FakeSlack.start();
  const { workspace } = fake;
  const { botToken, appToken } = workspace;
  const run =
    kind !== "backlot"
      ? await echo("slack", kind, { BOT_TOKEN: botToken, APP_TOKEN: appToken, API_URL: fake.apiUrl })
      : await backlot({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: fake.apiUrl });
  await until(() => fake.socket.server.clients.size > 0, run);
  const ana = fake.person("Ana", "admin");
  const open = async () => {
    const channel = fake.channel("film");
    const posts = workspace.channels.get(channel)?.posts ?? [];
    const watch = new PostWatch(posts, ({ bot_id }) => bot_id !== undefined);
    const answered = watch.next();
    const { ts } = await fake.say(channel, ana, `${fake.mention} /project create`);
    await inTime(answered, run);
    return { channel, ts, watch };
  };
  const line = ({ channel, ts, watch }: Awaited<ReturnType<typeof open>>): Line => ({
    ask: async (text) => {
      const answered = watch.next();
      void fake.say(channel, ana, text, ts);
      await inTime(answered, run);
    },
    press: async () => {
      const shown = fake.seen(channel, ts).findLast(({ buttons }) => buttons.length > 0);
      return (await fake.press(ana, channel, shown?.ts ?? "", shown?.buttons[0] ?? "")).ackMs;
    },
    shown: () => {
      const posts = workspace.channels.get(channel)?.posts ?? [];
      const { text, blocks } = posts.findLast(({ bot_id }) => bot_id !== undefined) ?? {};
      return { text, blocks };
    },
  });
  return bot({ run, kind }, "Bolt", fake, async (count) => (await several(count, open)).map(line));
}

const bot = (
  { run, kind }: { readonly run: Process; readonly kind: Kind },
  library: string,
  fake: Pick<FakeDiscord | FakeSlack, "close" | "complaints">,
  lines: Bot["lines"],
): Bot => ({
  name: kind === "backlot" ? "Backlot" : `bare ${library}${kind === "echo" ? "" : ", same answer"}`,
  lines,
  heap: () => probeHeap(run.pid, run.output),
  cpuMs: () => mainThreadMs(run.pid),
  close: async () => {
    await run.stop();
    // What Bolt itself sends that the reference does not name is none of our business.
    if (!run.isBacklot) fake.complaints.excuse(/./);
    await fake.close();
  },
});

async function echo(
  platform: "discord" | "slack",
  kind: Exclude<Kind, "backlot">,
  env: Record<string, string>,
): Promise<Process> {
  const answer = kind === "echo" ? {} : { ANSWER: JSON.stringify(kind.answer) };
  const child = await EchoBot.start(platform, { ...env, ...answer });
  return {
    isBacklot: false,
    pid: child.pid,
    output: () => child.output,
    stop: async () => child.stop(),
  };
}

async function backlot(env: Record<string, string>): Promise<Process> {
  const program = await Program.create({ env: { ...PROBED, ...env } });
  await program.start();
  return {
    isBacklot: true,
    pid: program.pid ?? 0,
    output: () => program.output,
    stop: () => program.remove(),
  };
}

/** Linux counts it in ticks of ten milliseconds; elsewhere it is not known. */
async function mainThreadMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/task/${pid}/stat`, "utf8").catch(() => "");
  const [user, system] = (stat.split(") ")[1] ?? "").split(" ").slice(11, 13).map(Number);
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) * 10;
}

const silence = ({ output }: Process) =>
  new Error(`the bot does not answer; it said last:\n${output().slice(-2_000)}`);

async function inTime<T>(answered: Promise<T>, run: Process): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(silence(run)), ANSWERS_WITHIN_MS);
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}

async function until(check: () => boolean, run: Process): Promise<void> {
  const end = Date.now() + ANSWERS_WITHIN_MS;
  while (!check()) {
    if (Date.now() > end) throw silence(run);
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
