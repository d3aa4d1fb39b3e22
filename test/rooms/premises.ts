import { Program } from "../e2e/program.ts";
import { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import { FakeSlack } from "../fakes/slack/fake-slack.ts";
import { discordRoom } from "./discord.ts";
import type { Room } from "./room.ts";
import { slackRoom } from "./slack.ts";
import { webRoom } from "./web.ts";

/** The real program, on the page, in a Discord guild and in a Slack workspace at once. */
export class Premises {
  readonly program: Program;
  readonly discord: FakeDiscord;
  readonly slack: FakeSlack;
  readonly rooms: { readonly web: Room; readonly discord: Room; readonly slack: Room };

  private constructor(program: Program, discord: FakeDiscord, slack: FakeSlack) {
    this.program = program;
    this.discord = discord;
    this.slack = slack;
    this.rooms = { web: webRoom(program), discord: discordRoom(discord), slack: slackRoom(slack) };
  }

  static async open(env: Record<string, string> = {}): Promise<Premises> {
    const [discord, slack] = await Promise.all([FakeDiscord.start(), FakeSlack.start()]);
    const program = await Program.create({
      env: {
        DISCORD_TOKEN: discord.world.token,
        DISCORD_API_URL: discord.apiUrl,
        SLACK_BOT_TOKEN: slack.workspace.botToken,
        SLACK_APP_TOKEN: slack.workspace.appToken,
        SLACK_API_URL: slack.apiUrl,
        ...env,
      },
    });
    const premises = new Premises(program, discord, slack);
    await program.start();
    await premises.#ready();
    return premises;
  }

  /** Kills the program, and starts it on what it left. */
  async restart(): Promise<void> {
    await this.program.kill();
    await this.program.start();
    await this.#ready();
  }

  async close(): Promise<void> {
    await this.program.remove();
    await Promise.all(Object.values(this.rooms).map((room) => room.close()));
  }

  async #ready(): Promise<void> {
    await Promise.all(Object.values(this.rooms).map((room) => room.ready()));
  }
}
