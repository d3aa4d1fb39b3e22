import { percentile, table, time } from "./harness.ts";
import { type Bot, discordBot, type Kind, type Line, slackBot } from "./platforms/bots.ts";

/**
 * What Backlot adds to a message beside a bot that says it back, and beside one that posts the same answer, over the
 * same client library and the same server on loopback. The message is a command that reads a little and writes no film,
 * so that no reader runs: what is measured is hearing, storing, deciding and delivering. Rounds of the bots alternate, so
 * that a busy machine slows all.
 */
const ROUNDS = 5;
const MESSAGES_A_ROUND = 150;
const LINES = 200;
/** A bot runs for days: what is measured is how it runs once its code is compiled. */
const WARM_UP = 600;
const SESSIONS = 1_000;
const PRESSES = 200;
const COMMAND = "/jobs";
const MIB = 2 ** 20;

let turn = 0;

await compare("Discord", discordBot);
await compare("Slack", slackBot);

async function compare(platform: string, open: (kind: Kind) => Promise<Bot>): Promise<void> {
  const bots: Talker[] = [];
  try {
    for (const kind of ["backlot", "same", "echo"] as const) {
      const bot = await open(kind === "same" ? { answer: bots[0]?.lines[0]?.shown() ?? {} } : kind);
      bots.unshift({ bot, lines: await bot.lines(LINES) });
      await talk(bots[0]?.lines ?? [], WARM_UP, 1);
    }
    await roundTrips(platform, bots);
    const compared = bots.filter(({ bot }) => !bot.name.includes("same"));
    await acknowledgements(platform, compared);
    await memory(platform, compared);
  } finally {
    for (const { bot } of bots.reverse()) await bot.close();
  }
}

interface Talker {
  readonly bot: Bot;
  readonly lines: readonly Line[];
}

/** Milliseconds, and messages a second. */
interface Round {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
  /** Of the bot's main thread, a message. */
  readonly cpu: number;
}

async function roundTrips(platform: string, bots: readonly Talker[]): Promise<void> {
  for (const parallel of [1, 10]) {
    const rounds: Round[][] = bots.map(() => []);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [index, { bot, lines }] of bots.entries()) {
        const before = await bot.cpuMs();
        const timing = await talk(lines, MESSAGES_A_ROUND, parallel);
        rounds[index]?.push({ ...timing, cpu: ((await bot.cpuMs()) - before) / MESSAGES_A_ROUND });
      }
    const middles = rounds.map(middle);
    const ours = middles.at(-1);
    if (!ours) return;
    const row = (name: string, { p50, p95, cpu, perSecond }: Round) => [name, p50, p95, cpu, perSecond];
    table(
      `${platform}: from a message to its answer, ${parallel} at a time, milliseconds`,
      ["", "p50", "p95", "cpu", "per s"],
      [
        ...middles.map((each, index) => row(bots[index]?.bot.name ?? "", each)),
        ...middles
          .slice(0, -1)
          .map((bare, index) => row(`beside ${bots[index]?.bot.name}`, over(ours, bare))),
      ],
    );
  }
}

function over(ours: Round, bare: Round): Round {
  return {
    p50: ours.p50 / bare.p50,
    p95: ours.p95 / bare.p95,
    cpu: ours.cpu / bare.cpu,
    perSecond: ours.perSecond / bare.perSecond,
  };
}

/** Each message goes to another line, as platforms count how fast a bot posts in one. */
function talk(lines: readonly Line[], total: number, parallel: number) {
  return time(total, parallel, async () => {
    turn += 1;
    await lines[turn % lines.length]?.ask(COMMAND);
  });
}

async function acknowledgements(platform: string, bots: readonly Talker[]): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const { bot, lines } of bots) {
    const [line] = lines;
    await line?.ask(bot.name === "Backlot" ? "/workflow" : "button");
    const presses = await Promise.all(Array.from({ length: PRESSES }, () => line?.press() ?? 0));
    presses.sort((a, b) => a - b);
    rows.push([bot.name, ...[0.5, 0.95, 0.99].map((share) => percentile(presses, share))]);
  }
  table(
    `${platform}: until a press is acknowledged, ${PRESSES} at once, milliseconds`,
    ["", "p50", "p95", "p99"],
    rows,
  );
}

async function memory(platform: string, bots: readonly Talker[]): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const { bot } of bots) {
    const before = await bot.heap();
    await bot.lines(SESSIONS);
    const after = await bot.heap();
    rows.push([bot.name, before.used / MIB, after.used / MIB, (after.used - before.used) / MIB]);
  }
  table(
    `${platform}: memory for ${SESSIONS} more conversations, MiB`,
    ["", "heap before", "after", "more"],
    rows,
  );
}

/** The middle of the rounds, each number by itself. */
function middle(rounds: readonly Round[]): Round {
  const of = (key: keyof Round) =>
    percentile(
      rounds.map((round) => round[key]).sort((a, b) => a - b),
      0.5,
    );
  return { p50: of("p50"), p95: of("p95"), perSecond: of("perSecond"), cpu: of("cpu") };
}
