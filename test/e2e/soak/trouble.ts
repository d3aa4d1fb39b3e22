import type { Random } from "../../../src/lib/random.ts";
import { Rates } from "../../fakes/discord/rates.ts";
import { EditLedger } from "../../fakes/edit-ledger.ts";
import { Tiers } from "../../fakes/slack/tiers.ts";
import type { Premises } from "../../rooms/premises.ts";

/** Limits that are kept strictly, and whatever goes wrong on the way to them. */
export class Trouble {
  readonly #premises: Premises;
  readonly #random: Random;
  readonly #broken: string[] = [];
  readonly #made = new Map<string, number>();

  constructor(premises: Premises, random: Random) {
    this.#premises = premises;
    this.#random = random;
    this.#limit();
  }

  /** What was asked for more often than the platforms take. */
  get violations(): readonly string[] {
    const { discord, slack } = this.#premises;
    const ledgers = [
      discord.world.rates,
      discord.world.edits,
      slack.workspace.edits,
      slack.workspace.postRate,
      slack.workspace.tiers,
    ];
    return [...this.#broken, ...ledgers.flatMap((ledger) => ledger?.violations ?? [])];
  }

  /** What went wrong, and how often. */
  get story(): string {
    return [...this.#made].map(([name, times]) => `${name} (${times})`).join(", ");
  }

  /** Something goes wrong now. */
  make(): void {
    const [name, work] = this.#random.pick(Object.entries(this.#troubles()));
    this.#made.set(name, (this.#made.get(name) ?? 0) + 1);
    work();
  }

  /** The program dies and comes back; how much of its limits it had used is forgotten on both sides. */
  async kill(): Promise<void> {
    this.#made.set("kill -9", (this.#made.get("kill -9") ?? 0) + 1);
    await this.#premises.program.kill();
    const fresh = this.violations.slice(this.#broken.length);
    this.#broken.push(...fresh);
    this.#limit();
    await this.#premises.restart();
  }

  #limit(): void {
    const { discord, slack } = this.#premises;
    discord.world.rates = Rates.usual();
    discord.world.edits = new EditLedger({ perMessageMs: 1_200, perChannel: { count: 5, withinMs: 5_000 } });
    slack.workspace.tiers = new Tiers();
    slack.workspace.edits = new EditLedger({ perMessageMs: 1_200, inAll: { count: 50, withinMs: 60_000 } });
  }

  #troubles(): Readonly<Record<string, () => void>> {
    const { discord, slack } = this.#premises;
    const onDiscord = { method: "POST", path: /\/messages$/ };
    const onSlack = { method: "chat.postMessage" };
    return {
      "Discord answers 503": () => discord.faults.push({ ...onDiscord, status: 503, times: 3 }),
      "Slack answers 503": () => slack.faults.push({ ...onSlack, status: 503, times: 3 }),
      "Discord asks to wait": () =>
        discord.faults.push({
          ...onDiscord,
          status: 429,
          headers: { "retry-after": "1", "x-ratelimit-scope": "user" },
          body: { message: "You are being rate limited.", retry_after: 1, global: false },
          times: 1,
        }),
      "Slack asks to wait": () =>
        slack.faults.push({ ...onSlack, status: 429, headers: { "retry-after": "1" }, times: 1 }),
      "Discord loses an answer": () =>
        discord.faults.push({ ...onDiscord, status: 500, after: true, times: 1 }),
      "Slack loses an answer": () => slack.faults.push({ ...onSlack, status: 500, after: true, times: 1 }),
      "Discord is slow": () => discord.faults.push({ ...onDiscord, delayMs: 2_000, times: 3 }),
      "Slack is slow": () => slack.faults.push({ ...onSlack, delayMs: 2_000, times: 3 }),
      "Discord cuts an answer": () => discord.faults.push({ ...onDiscord, cut: true, times: 1 }),
      "Slack cuts an answer": () => slack.faults.push({ ...onSlack, cut: true, times: 1 }),
      "Discord tells events twice": () => {
        discord.gateway.mischief.repeat = 3;
      },
      "the gateway breaks": () => discord.gateway.drop(),
      "the gateway forgets the session": () => discord.gateway.forget(),
      "the gateway asks to reconnect": () => discord.gateway.askToReconnect(),
      "Slack's socket breaks": () => slack.socket.drop(),
      "Slack moves the socket": () => slack.socket.refresh(),
    };
  }
}
