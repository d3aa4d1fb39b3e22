import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { PROBED } from "../../test/support/probe-heap.ts";

const DISCORD = `
import { Client, GatewayIntentBits } from "discord.js";
const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
const client = new Client({ intents: [Guilds, GuildMessages, MessageContent], rest: { api: process.env.API_URL } });
const answer = process.env.ANSWER && JSON.parse(process.env.ANSWER);
client.on("messageCreate", async (message) => {
  if (message.author.bot) return;
  if (answer && message.content !== "button") return message.channel.send(answer);
  const components = [{ type: 1, components: [{ type: 2, style: 2, label: "Press", custom_id: "press" }] }];
  await message.channel.send({ content: message.content, ...(message.content === "button" ? { components } : {}) });
});
client.on("interactionCreate", (interaction) => interaction.deferUpdate());
client.once("clientReady", () => process.stdout.write("ready\\n"));
await client.login(process.env.BOT_TOKEN);
`;

const SLACK = `
import bolt from "@slack/bolt";
const app = new bolt.App({
  token: process.env.BOT_TOKEN, appToken: process.env.APP_TOKEN, socketMode: true,
  clientOptions: { slackApiUrl: process.env.API_URL }, logLevel: "error",
});
const answer = process.env.ANSWER && JSON.parse(process.env.ANSWER);
app.message(async ({ message, say }) => {
  if (message.bot_id) return;
  if (answer && message.text !== "button") return say({ ...answer, thread_ts: message.thread_ts });
  const button = { type: "button", text: { type: "plain_text", text: "Press" }, action_id: "press", value: "1" };
  const blocks = [{ type: "actions", elements: [button] }];
  await say({ text: message.text, thread_ts: message.thread_ts, ...(message.text === "button" ? { blocks } : {}) });
});
app.action(/.*/, async ({ ack }) => ack());
await app.start();
process.stdout.write("ready\\n");
`;

/**
 * A bot that says back what it hears, or answers everything with `ANSWER`, and acknowledges presses: what its client
 * library costs, and nothing else.
 */
export class EchoBot {
  output = "";
  readonly #child: ChildProcess;

  private constructor(source: string, env: Record<string, string>) {
    this.#child = spawn(process.execPath, ["--input-type=module", "-e", source], {
      cwd: path.resolve(import.meta.dirname, "../.."),
      env: { ...process.env, ...PROBED, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on("data", (chunk: Buffer) => (this.output += chunk.toString()));
  }

  static async start(platform: "discord" | "slack", env: Record<string, string>): Promise<EchoBot> {
    const bot = new EchoBot(platform === "discord" ? DISCORD : SLACK, env);
    while (!bot.output.includes("ready")) {
      if (bot.#child.exitCode !== null) throw new Error(`the echo bot ended:\n${bot.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return bot;
  }

  /** Its process. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  stop(): void {
    this.#child.kill();
  }
}
